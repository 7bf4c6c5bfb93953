package programs.real

import java.net.InetAddress
import java.net.ServerSocket
import java.net.Socket
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicInteger
import java.util.concurrent.locks.ReentrantLock
import kotlin.concurrent.thread
import kotlin.concurrent.withLock
import kotlinx.coroutines.*
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.*
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

fun main() {
  threads()
  runBlocking {
    dispatchers()
    blockingCalls()
    channels()
    timeouts()
    interrupts()
  }
  sockets()
}

private fun threads() {
  val lock = ReentrantLock()
  var count = 0
  val local = ThreadLocal.withInitial { "initial" }
  val started = (1..30).map { n ->
    thread(name = "thread $n") {
      local.set("$n")
      repeat(100) { lock.withLock { count++ } }
      synchronized(lock) { check(local.get() == "$n") }
    }
  }
  started.forEach { it.join() }
  println("threads $count ${local.get()}")
  println(thread(isDaemon = true, name = "named") { check(Thread.currentThread().name == "named") }.apply { join() }.isAlive)
}

private suspend fun dispatchers() = coroutineScope {
  val mutex = Mutex()
  var sum = 0
  (1..1000).map { n -> launch(Dispatchers.Default) { mutex.withLock { sum += n } } }.joinAll()
  println("mutex $sum in ${Thread.currentThread().name}")
  newFixedThreadPoolContext(4, "pool").use { pool ->
    val names = (1..100).map { async(pool) { yield(); Thread.currentThread().name.substringBefore('-') } }.awaitAll()
    println(names.toSet())
  }
  newSingleThreadContext("single").use { single ->
    val first = withContext(single) { Thread.currentThread() }
    println(withContext(single) { delay(1); Thread.currentThread() === first })
  }
}

/** All sixty-four threads of the dispatcher for blocking calls block at once. */
private suspend fun blockingCalls() = coroutineScope {
  val entered = CountDownLatch(64)
  val leave = CountDownLatch(1)
  val blocked = (1..64).map { async(Dispatchers.IO) { entered.countDown(); leave.await(); it } }
  entered.await()
  Census.threads("Default", 64)
  leave.countDown()
  println("blocked ${blocked.awaitAll().sum()}")
}

private suspend fun channels() = coroutineScope {
  val channel = Channel<Int>(10)
  val sum = AtomicInteger()
  val takers = (1..5).map { launch(Dispatchers.IO) { for (n in channel) { Thread.sleep(0, 1); sum.addAndGet(n) } } }
  for (n in 1..1000) channel.send(n)
  channel.close()
  takers.joinAll()
  println("channel $sum")
  println((1..100).asFlow().map { it * it }.flowOn(Dispatchers.Default).filter { it % 2 == 0 }.reduce(Int::plus))
}

private suspend fun timeouts() {
  println(withTimeoutOrNull(20) { delay(60_000) })
  println(withTimeoutOrNull(60_000) { delay(1); "in time" })
  try {
    withTimeout(20) { awaitCancellation() }
  } catch (e: TimeoutCancellationException) {
    println(e.message)
  }
}

private suspend fun interrupts() = coroutineScope {
  val entered = CompletableDeferred<Unit>()
  val sleeper = launch(Dispatchers.IO) {
    try {
      runInterruptible { entered.complete(Unit); Thread.sleep(60_000) }
    } catch (e: CancellationException) {
      println("cancelled, flag ${Thread.currentThread().isInterrupted}")
    }
  }
  entered.await()
  sleeper.cancelAndJoin()
}

private fun sockets() {
  val server = ServerSocket(0, 50, InetAddress.getLoopbackAddress())
  thread(isDaemon = true) {
    while (true) {
      val socket = server.accept()
      thread { socket.use { it.getInputStream().copyTo(it.getOutputStream()) } }
    }
  }
  Load.large(20, 100) { number ->
    runBlocking(Dispatchers.IO) {
      Socket(server.inetAddress, server.localPort).use {
        it.getOutputStream().write("answer $number\n".toByteArray())
        it.getInputStream().bufferedReader().readLine()
      }
    }
  }
}
