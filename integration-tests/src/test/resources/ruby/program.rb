# Ruby's own threads, and Java's called from Ruby: by reflection, by method handles, by name.
require 'java'
require 'socket'
require 'timeout'
java_import 'programs.real.Census'

def current
  java.lang.Thread.current_thread
end

puts [Thread.current == Thread.main, current.name]

counter = 0
lock = Mutex.new
threads = 20.times.map do |n|
  Thread.new(n) do |own|
    Thread.current[:number] = own
    100.times { lock.synchronize { counter += 1 } }
    sleep 0.001
    [Thread.current[:number], current.equal?(current)]
  end
end
puts threads.map(&:value).inspect, counter

queue = SizedQueue.new(3)
feeder = Thread.new { 50.times { |n| queue << n }; queue << nil }
sum = 0
while (n = queue.pop)
  sum += n
end
feeder.join
puts sum

# all of them wait at once
entered = Queue.new
leave = Queue.new
waiting = 30.times.map { Thread.new { entered << 1; leave.pop } }
30.times { entered.pop }
Census.threads('Ruby-0-', 30)
30.times { |n| leave << n }
puts waiting.map(&:value).sort.inspect

server = TCPServer.new('127.0.0.1', 0)
acceptor = Thread.new do
  20.times.map do
    client = server.accept
    Thread.new { client.puts "echo #{client.gets}"; client.close }
  end.each(&:join)
end
clients = 20.times.map do |n|
  Thread.new do
    socket = TCPSocket.new('127.0.0.1', server.addr[1])
    socket.puts n
    socket.gets.chomp
  end
end
puts clients.map(&:value).inspect
acceptor.join

failing = Thread.new { Thread.current.report_on_exception = false; raise ArgumentError, 'on purpose' }
begin
  failing.join
rescue => e
  puts "#{e.class}: #{e.message}"
end
sleeper = Thread.new { begin; sleep; ensure; puts 'ensured'; end }
Thread.pass until sleeper.status == 'sleep'
sleeper.kill.join
puts sleeper.alive?
begin
  Timeout.timeout(0.05) { Queue.new.pop }
rescue Timeout::Error => e
  puts e.class
end
woken = Thread.new { Thread.stop; 'woken' }
Thread.pass until woken.stop?
puts woken.run.value

fiber = Fiber.new { |x| y = Fiber.yield(x + 1); y * 2 }
puts [fiber.resume(1), fiber.resume(10)].inspect
numbers = Enumerator.new { |y| 3.times { |n| y << n * n } }
puts [numbers.next, numbers.next, numbers.next].inspect

class Worker < java.lang.Thread
  attr_reader :seen
  def run
    found = java.lang.Thread.java_class.declared_method(:currentThread).invoke_static
    @seen = [found.equal?(self), java.lang.Thread.current_thread.equal?(self), getName]
  end
end
worker = Worker.new
worker.name = 'ruby subclass'
worker.start
worker.join
puts worker.seen.inspect

lookup = java.lang.invoke.MethodHandles.public_lookup
type = java.lang.invoke.MethodType.method_type(java.lang.Thread.java_class)
handle = lookup.find_static(java.lang.Thread.java_class, 'currentThread', type)
plain = java.lang.Thread.new { $found = handle.invoke_with_arguments([].to_java) }
plain.start
plain.join
puts $found.equal?(plain)

local = java.lang.ThreadLocal.new
local.set('of main')
puts Thread.new { local.get.inspect }.value, local.get
# the JVM's finalizer is among them once it has run something of Ruby
puts Thread.list.reject { |thread| thread.name == 'Finalizer' }.size
