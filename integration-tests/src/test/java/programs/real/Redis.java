package programs.real;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import programs.Cases;
import programs.Job;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.Response;
import redis.clients.jedis.Transaction;
import redis.clients.jedis.args.ClientPauseMode;

/** Redis through Jedis and a pool that is smaller than the crowd. The argument: a port. */
public final class Redis {
  private static final int CONNECTIONS = 5;

  private Redis() {}

  /** Asks in all the ways the client waits. */
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    JedisPoolConfig config = new JedisPoolConfig();
    config.setMaxTotal(CONNECTIONS);
    try (JedisPool pool = new JedisPool(config, "127.0.0.1", port, 60_000)) {
      try (Jedis jedis = pool.getResource()) {
        jedis.flushAll();
      }
      Load.large(40, 100, number -> ask(pool, number));
      Load.large(20, 100, number -> askAlone(port, number));
      try (Jedis jedis = pool.getResource()) {
        System.out.println("asked " + jedis.get("count"));
        String large = "x".repeat(5_000_000);
        jedis.set("large", large);
        System.out.println("large " + large.equals(jedis.get("large")));
      }
      handedOver(pool);
      published(pool);
      timedOut(pool, port);
    }
  }

  private static String ask(JedisPool pool, int number) {
    try (Jedis jedis = pool.getResource()) {
      jedis.incr("count");
      jedis.set("key " + number, "answer " + number);
      return jedis.get("key " + number);
    }
  }

  private static String askAlone(int port, int number) {
    try (Jedis jedis = new Jedis("127.0.0.1", port, 60_000)) {
      Transaction transaction = jedis.multi();
      transaction.set("other " + number, "answer " + number);
      Response<String> answer = transaction.get("other " + number);
      transaction.exec();
      return answer.get();
    }
  }

  private static void handedOver(JedisPool pool) {
    Job[] takers = new Job[CONNECTIONS - 1];
    for (int i = 0; i < takers.length; i++) {
      takers[i] =
          Job.start(
              "taker",
              () -> {
                try (Jedis jedis = pool.getResource()) {
                  List<String> taken = jedis.blpop(60, "queue");
                  return taken.get(1);
                }
              });
    }
    for (Job taker : takers) {
      try (Jedis jedis = pool.getResource()) {
        jedis.rpush("queue", "thing");
      }
    }
    for (Job taker : takers) {
      System.out.println("took " + taker.outcome());
    }
  }

  private static void timedOut(JedisPool pool, int port) {
    try (Jedis jedis = pool.getResource();
        Jedis hasty = new Jedis("127.0.0.1", port, 60_000)) {
      hasty.ping();
      hasty.getConnection().setSoTimeout(20);
      jedis.clientPause(60_000, ClientPauseMode.WRITE);
      Cases.show("times out", () -> hasty.set("never", "written"));
      jedis.clientUnpause();
    }
  }

  private static void published(JedisPool pool) throws InterruptedException {
    CountDownLatch subscribed = new CountDownLatch(1);
    LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    JedisPubSub listener =
        new JedisPubSub() {
          @Override
          public void onSubscribe(String channel, int count) {
            subscribed.countDown();
          }

          @Override
          public void onMessage(String channel, String message) {
            heard.add(message);
          }
        };
    Thread subscriber =
        Cases.start(
            "subscriber",
            () -> {
              try (Jedis jedis = pool.getResource()) {
                jedis.subscribe(listener, "news");
              }
            });
    subscribed.await();
    try (Jedis jedis = pool.getResource()) {
      for (int i = 0; i < 100; i++) {
        jedis.publish("news", "message " + i);
      }
    }
    for (int i = 0; i < 99; i++) {
      heard.take();
    }
    System.out.println("heard " + heard.take());
    listener.unsubscribe();
    Cases.join(subscriber);
  }
}
