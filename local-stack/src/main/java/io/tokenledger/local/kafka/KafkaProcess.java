package io.tokenledger.local.kafka;

import java.nio.file.Path;

/** The broker as a process of its own: {@code KafkaProcess DIRECTORY PORT PARTITIONS}. */
public final class KafkaProcess {

  private KafkaProcess() {}

  public static void main(String[] arguments) {
    try {
      EmbeddedKafka broker =
          EmbeddedKafka.start(
              new KafkaSettings(
                  Path.of(arguments[0]),
                  Integer.parseInt(arguments[1]),
                  Integer.parseInt(arguments[2])));
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop Kafka"));
      System.out.println("Kafka listens on " + broker.bootstrapServers());
      broker.awaitEnd();
    } catch (Exception e) {
      e.printStackTrace();
      // The broker has threads of its own that would keep a failed process alive.
      Runtime.getRuntime().halt(1);
    }
  }
}
