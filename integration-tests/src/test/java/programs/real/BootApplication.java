package programs.real;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import programs.Cases;

/** A Spring Boot application in its fat jar, with synchronous and asynchronous answers. */
@SpringBootApplication
@EnableAsync
@EnableScheduling
@RestController
public class BootApplication {
  private static final AtomicInteger TICKS = new AtomicInteger();

  private final Answers answers;
  private final String greeting;

  BootApplication(Answers answers, @Value("${greeting}") String greeting) {
    this.answers = answers;
    this.greeting = greeting;
  }

  /** What is not done in the thread of the request. */
  @Service
  static class Answers {
    @Async
    CompletableFuture<String> later(int number) throws InterruptedException {
      Thread.sleep(1);
      return CompletableFuture.completedFuture("answer " + number);
    }

    @Scheduled(fixedRate = 20)
    void tick() {
      TICKS.incrementAndGet();
    }
  }

  @GetMapping("/now")
  String now(@RequestParam("n") int number) throws InterruptedException {
    Thread.sleep(1);
    return greeting + " " + number;
  }

  @GetMapping("/later")
  CompletableFuture<String> later(@RequestParam("n") int number) throws InterruptedException {
    return answers.later(number);
  }

  @PostMapping("/echo")
  Map<String, Object> echo(@RequestBody Map<String, Object> body) {
    return body;
  }

  /** Serves, asks, stops with a status of its own. */
  public static void main(String[] args) throws Exception {
    ConfigurableApplicationContext context =
        SpringApplication.run(
            BootApplication.class,
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--spring.main.banner-mode=off",
            "--spring.main.log-startup-info=false",
            "--logging.level.root=off",
            "--greeting=answer");
    System.out.println(BootApplication.class.getClassLoader().getClass().getName());
    System.out.println(Thread.currentThread().getContextClassLoader().getClass().getName());
    String url =
        "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/";
    Load.large(40, 50, number -> Load.get(url + "now?n=" + number));
    Census.threads("http-ni", 10);
    Load.large(40, 25, number -> Load.get(url + "later?n=" + number));
    Census.threads("task-", 8);
    System.out.println(Load.post(url + "echo", "application/json", "{\"a\": [1, 2]}"));
    Cases.show("not found", () -> Cases.outcome(() -> Load.get(url + "x")).replace(url, "URL/"));
    Cases.until(() -> TICKS.get() > 3);
    System.exit(SpringApplication.exit(context, () -> 3));
  }
}
