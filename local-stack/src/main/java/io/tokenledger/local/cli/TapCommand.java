package io.tokenledger.local.cli;

import io.tokenledger.events.Topics;
import io.tokenledger.local.Component;
import io.tokenledger.local.StackException;
import io.tokenledger.local.kafka.MessageLine;
import io.tokenledger.local.kafka.TopicTap;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what comes on a topic until it is interrupted, has printed enough, or nobody listens. */
@Command(
    name = "tap",
    description = "Messages of one of the ledger's topics, as JSON lines; Ctrl-C ends it.")
final class TapCommand implements Callable<Integer> {

  private static final int CLOSING_SECONDS = 3;

  @Mixin private DataOption data;

  @Mixin private ClientOption brokers;

  @Parameters(
      arity = "0..1",
      paramLabel = "TOPIC",
      defaultValue = Topics.USAGE_RECORDED,
      description = "Default ${DEFAULT-VALUE}.")
  private String topic;

  @Option(
      names = "--from-beginning",
      description = "Begin with the oldest message that is kept, not with the next one.")
  private boolean fromBeginning;

  @Option(names = "--max", paramLabel = "N", description = "End after so many.")
  private Long max;

  @Option(names = "--org", paramLabel = "ORG", description = "Only messages that name this org.")
  private String org;

  @Option(
      names = "--envelope",
      description =
          "Around each its partition, offset, time, key and headers; dead letters always have it.")
  private boolean envelope;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS}",
      description = "Other brokers than the local stack's; or KAFKA_BOOTSTRAP_SERVERS.")
  private String bootstrap;

  @Override
  public Integer call() {
    requireSense();
    Map<String, Object> client =
        brokers.of(bootstrap == null ? data.accessTo(Component.KAFKA).kafkaBootstrap() : bootstrap);
    CountDownLatch closed = new CountDownLatch(1);
    try (TopicTap tap = new TopicTap(client, topic)) {
      if (!tap.isThere()) {
        throw new StackException(
            "There is no topic %s on %s: make it with ./tokenledger topics."
                .formatted(topic, client.get("bootstrap.servers")));
      }
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(tap, closed), "stop the tap"));
      print(tap);
      return 0;
    } catch (WakeupException interrupted) {
      return 0;
    } catch (KafkaException e) {
      throw new StackException(
          "Kafka at %s: %s".formatted(client.get("bootstrap.servers"), e.getMessage()), e);
    } finally {
      closed.countDown();
    }
  }

  private void requireSense() {
    if (!Topics.ALL.contains(topic)) {
      throw new StackException(
          "There is no topic %s in the ledger; there are %s."
              .formatted(topic, String.join(", ", Topics.ALL)));
    }
    if (org != null && topic.equals(Topics.PRICING_CHANGES)) {
      throw new StackException("Messages of " + topic + " are of no org: leave --org out.");
    }
    if (max != null && max < 1) {
      throw new StackException("--max is at least 1.");
    }
  }

  /** To the end of the process, which has an interrupt to answer by then. */
  private static void stop(TopicTap tap, CountDownLatch closed) {
    tap.stop();
    try {
      closed.await(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void print(TopicTap tap) {
    if (fromBeginning) {
      tap.fromBeginning();
    } else {
      tap.fromNow();
      System.err.println("What comes on " + topic + " from now on:");
    }
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    long left = max == null ? Long.MAX_VALUE : max;
    while (left > 0 && !out.checkError()) {
      for (ConsumerRecord<byte[], byte[]> message : tap.next()) {
        MessageLine line = MessageLine.of(message);
        if (left > 0 && (org == null || line.isOf(org))) {
          out.println(isEnveloped() ? line.textInEnvelope() : line.text());
          left--;
        }
      }
    }
    out.flush();
  }

  private boolean isEnveloped() {
    return envelope || topic.equals(Topics.DEAD_LETTERS);
  }
}
