package programs.real;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import programs.Cases;
import programs.Job;

/** ActiveMQ as an embedded broker, and its clients over TCP. */
public final class Broker {
  private Broker() {}

  /** Serves, sends, receives, stops. */
  public static void main(String[] args) throws Exception {
    BrokerService broker = new BrokerService();
    broker.setPersistent(false);
    broker.setUseJmx(false);
    broker.addConnector("tcp://127.0.0.1:0");
    broker.start();
    String url = broker.getTransportConnectorByScheme("tcp").getPublishableConnectString();
    ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
    try (Connection connection = factory.createConnection()) {
      connection.start();
      answer(connection);
      Load.large(20, 50, number -> ask(connection, number));
      published(connection);
      listened(connection);
      closed(connection);
    }
    Load.large(10, 20, number -> alone(factory, number));
    Census.threads("ActiveM", 1);
    broker.stop();
    System.out.println("stopped " + broker.isStopped());
    Cases.show("no broker", () -> refused(factory));
  }

  /** A thread that answers what is asked in a queue, until the connection ends. */
  private static void answer(Connection connection) throws JMSException {
    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    MessageConsumer questions = session.createConsumer(session.createQueue("questions"));
    MessageProducer answers = session.createProducer(null);
    Cases.start(
        "answers",
        () -> {
          Message question;
          while ((question = questions.receive()) != null) {
            String text = "answer " + ((TextMessage) question).getText();
            answers.send(question.getJMSReplyTo(), session.createTextMessage(text));
          }
        });
  }

  private static String ask(Connection connection, int number) throws JMSException {
    try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      TextMessage question = session.createTextMessage(String.valueOf(number));
      TemporaryQueue own = session.createTemporaryQueue();
      question.setJMSReplyTo(own);
      try (MessageConsumer answers = session.createConsumer(own);
          MessageProducer questions = session.createProducer(session.createQueue("questions"))) {
        questions.send(question);
        return ((TextMessage) answers.receive(60_000)).getText();
      } finally {
        own.delete();
      }
    }
  }

  /** A connection of its own, and a transaction. */
  private static String alone(ActiveMQConnectionFactory factory, int number) throws JMSException {
    try (Connection connection = factory.createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      connection.start();
      var queue = session.createTemporaryQueue();
      try (MessageProducer producer = session.createProducer(queue);
          MessageConsumer consumer = session.createConsumer(queue)) {
        producer.send(session.createTextMessage("rolled back"));
        session.rollback();
        producer.send(session.createTextMessage("answer " + number));
        session.commit();
        String text = ((TextMessage) consumer.receive(60_000)).getText();
        session.commit();
        return text;
      }
    }
  }

  private static Object refused(ActiveMQConnectionFactory factory) {
    try (Connection connection = factory.createConnection()) {
      return connection.getClientID();
    } catch (JMSException e) {
      return e.getClass();
    }
  }

  private static void published(Connection connection) throws Exception {
    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    MessageConsumer[] subscribers = new MessageConsumer[5];
    for (int i = 0; i < subscribers.length; i++) {
      Session own = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      subscribers[i] = own.createConsumer(own.createTopic("news"));
    }
    MessageProducer publisher = session.createProducer(session.createTopic("news"));
    for (int i = 0; i < 200; i++) {
      publisher.send(session.createTextMessage("news " + i));
    }
    Job[] jobs = new Job[subscribers.length];
    for (int i = 0; i < jobs.length; i++) {
      MessageConsumer subscriber = subscribers[i];
      jobs[i] =
          Job.start(
              "subscriber",
              () -> {
                int right = 0;
                for (int n = 0; n < 200; n++) {
                  TextMessage message = (TextMessage) subscriber.receive(60_000);
                  right += message.getText().equals("news " + n) ? 1 : 0;
                }
                return right;
              });
    }
    for (Job job : jobs) {
      System.out.println("heard " + job.outcome());
    }
  }

  private static void listened(Connection connection) throws Exception {
    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    session
        .createConsumer(session.createQueue("listened"))
        .setMessageListener(message -> Cases.sneak(() -> heard.add(message.getBody(String.class))));
    Session other = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    MessageProducer producer = other.createProducer(other.createQueue("listened"));
    String large = "x".repeat(1_000_000);
    producer.send(other.createTextMessage(large));
    System.out.println("large " + heard.take().equals(large));
  }

  private static void closed(Connection connection) throws Exception {
    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    MessageConsumer consumer = session.createConsumer(session.createQueue("nothing"));
    Job waiting = Job.blockedIn("receive", consumer::receive);
    consumer.close();
    System.out.println("closed " + waiting.outcome());
    Cases.show("none", () -> session.createConsumer(session.createQueue("none")).receive(20));
  }
}
