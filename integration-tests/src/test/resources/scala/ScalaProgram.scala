package programs.real

import java.lang.invoke.{MethodHandles, MethodType}
import java.net.{InetAddress, ServerSocket, Socket}
import java.util.concurrent.{CountDownLatch, Executors, LinkedBlockingQueue}
import scala.collection.concurrent.TrieMap
import scala.concurrent._
import scala.concurrent.duration._
import scala.io.Source
import scala.language.reflectiveCalls
import scala.util.{DynamicVariable, Using}

/** Futures, blocking sections, lazy values, and calls that Scala makes by reflection. */
object ScalaProgram {
  private type Named = { def getName(): String }

  private def name(of: Named): String = of.getName()

  private class Worker extends Thread("scala subclass") {
    @volatile var seen: Seq[Boolean] = Nil
    override def run(): Unit = {
      val current: () => Thread = Thread.currentThread _
      val found = classOf[Thread].getMethod("currentThread").invoke(null)
      seen = Seq(current() eq this, found eq this, Thread.currentThread eq this, name(this) == getName)
    }
  }

  private object Slow {
    lazy val value: String = synchronized { Thread.sleep(5); "made once" }
  }

  def main(args: Array[String]): Unit = {
    threads()
    futures()
    crowd()
    sockets()
  }

  private def threads(): Unit = {
    val worker = new Worker
    worker.start()
    worker.join()
    println(worker.seen + " " + name(Thread.currentThread))
    val handle = MethodHandles.lookup.findStatic(
      classOf[Thread], "currentThread", MethodType.methodType(classOf[Thread]))
    @volatile var found: AnyRef = null
    val thread = new Thread(() => found = handle.invokeWithArguments())
    thread.start()
    thread.join()
    println(found eq thread)
    val variable = new DynamicVariable("root")
    val inherited = variable.withValue("inherited") {
      val results = new LinkedBlockingQueue[String]
      new Thread(() => results.put(variable.value)).start()
      results.take()
    }
    println(inherited + " " + variable.value)
    val lazies = new LinkedBlockingQueue[String]
    for (_ <- 1 to 10) new Thread(() => lazies.put(Slow.value)).start()
    println((1 to 10).map(_ => lazies.take()).toSet)
  }

  private def futures(): Unit = {
    val pool = Executors.newFixedThreadPool(4)
    implicit val context: ExecutionContext = ExecutionContext.fromExecutorService(pool)
    val map = TrieMap.empty[Int, Int]
    val all = Future.traverse((1 to 50).toList)(n => Future { Thread.sleep(1); map.put(n, n * n); n })
    println(Await.result(all, 1.minute).sum + " " + map.values.sum)
    val chained = for { a <- Future(20); b <- Future(22) } yield a + b
    println(Await.result(chained, 1.minute))
    println(Await.ready(Future[Int](throw new IllegalStateException("on purpose")), 1.minute).value)
    try println(Await.result(Promise[Int]().future, 10.millis))
    catch { case _: TimeoutException => println("timed out") }
    pool.shutdown()
  }

  /** The global pool's own threads stay native, and grow for blocking sections. */
  private def crowd(): Unit = {
    import ExecutionContext.Implicits.global
    val both = new CountDownLatch(16)
    val blocked = Future.sequence((1 to 16).map(n => Future(blocking { both.countDown(); both.await(); n })))
    println(Await.result(blocked, 1.minute).sum)
    val entered = new CountDownLatch(30)
    val leave = new CountDownLatch(1)
    val waiting = (1 to 30).map { n =>
      val thread = new Thread(() => { entered.countDown(); leave.await() }, s"scala $n")
      thread.start()
      thread
    }
    entered.await()
    Census.threads("scala ", 30)
    leave.countDown()
    waiting.foreach(_.join())
  }

  private def sockets(): Unit = {
    val server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress)
    val acceptor = new Thread(() =>
      while (true) {
        val socket = server.accept()
        new Thread(() => Using.resource(socket) { s =>
          s.getOutputStream.write(s"echo ${Source.fromInputStream(s.getInputStream).getLines().next()}".getBytes)
        }).start()
      })
    acceptor.setDaemon(true)
    acceptor.start()
    val answers = new LinkedBlockingQueue[String]
    for (n <- 1 to 20)
      new Thread(() => Using.resource(new Socket(server.getInetAddress, server.getLocalPort)) { s =>
        s.getOutputStream.write(s"$n\n".getBytes)
        answers.put(Source.fromInputStream(s.getInputStream).mkString)
      }).start()
    println((1 to 20).map(_ => answers.take()).sorted.mkString(","))
  }
}
