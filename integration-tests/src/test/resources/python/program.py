# Python's own threads, and Java's called from Python, by reflection and by method handles.
from __future__ import print_function
import socket
import threading
import time
from Queue import Queue
from java.lang import Class, Runnable, Thread, ThreadLocal
from java.lang.invoke import MethodHandles, MethodType
from java.util.concurrent import Callable, Executors
from jarray import array
from programs.real import Census

print(threading.currentThread().getName(), Thread.currentThread().getName())

count = [0]
lock = threading.Lock()
own = threading.local()


def counting(n):
    own.number = n
    for _ in range(100):
        with lock:
            count[0] += 1
    time.sleep(0.001)
    seen.append(own.number == n and threading.currentThread() in threads)


seen = []
threads = [threading.Thread(target=counting, args=(n,)) for n in range(20)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count[0], seen)

queue = Queue(3)


def feed():
    for n in range(50):
        queue.put(n)
    queue.put(None)


feeder = threading.Thread(target=feed)
feeder.start()
print(sum(iter(queue.get, None)))
feeder.join()

# all of them wait at once
entered = threading.Semaphore(0)
leave = threading.Event()
results = Queue()


def wait(n):
    entered.release()
    leave.wait()
    results.put(n)


waiting = [threading.Thread(target=wait, args=(n,), name='python %d' % n) for n in range(30)]
for thread in waiting:
    thread.start()
for thread in waiting:
    entered.acquire()
Census.threads('python ', 30)
leave.set()
for thread in waiting:
    thread.join()
print(sorted(results.get() for _ in waiting))

server = socket.socket()
server.bind(('127.0.0.1', 0))
server.listen(20)


def echo(client):
    line = client.recv(100)
    client.sendall(b'echo ' + line)
    client.close()


def serve():
    for _ in range(20):
        client, address = server.accept()
        threading.Thread(target=echo, args=(client,)).start()


def ask(n):
    client = socket.create_connection(server.getsockname())
    client.sendall(b'%d' % n)
    answers.put(client.recv(100))
    client.close()


answers = Queue()
acceptor = threading.Thread(target=serve)
acceptor.start()
askers = [threading.Thread(target=ask, args=(n,)) for n in range(20)]
for thread in askers:
    thread.start()
for thread in askers:
    thread.join()
acceptor.join()
server.close()
print(sorted(answers.get() for _ in askers))


class Worker(Thread):
    def run(self):
        found = Class.forName('java.lang.Thread').getMethod('currentThread').invoke(None)
        self.seen = [found is self, Thread.currentThread() is self, self.getName()]


worker = Worker()
worker.setName('python subclass')
worker.start()
worker.join()
print(worker.seen)


class Task(Runnable, Callable):
    def run(self):
        kind = MethodType.methodType(Thread)
        handle = MethodHandles.publicLookup().findStatic(Thread, 'currentThread', kind)
        self.found = handle.invokeWithArguments([])

    def call(self):
        return Thread.currentThread().getName()


task = Task()
plain = Thread(task)
plain.start()
plain.join()
print(task.found is plain)
pool = Executors.newFixedThreadPool(2)
print([future.get()[:6] for future in pool.invokeAll([task] * 4)])
pool.shutdown()

local = ThreadLocal()
local.set('of main')
other = threading.Thread(target=lambda: print(local.get()))
other.start()
other.join()
print(local.get())

late = threading.Timer(0.001, lambda: print('the timer'))
late.start()
late.join()
condition = threading.Condition()
with condition:
    condition.wait(0.01)
print([thread.isAlive() for thread in (late, other)], threading.activeCount())
