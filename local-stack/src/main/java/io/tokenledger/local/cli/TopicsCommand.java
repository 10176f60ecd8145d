package io.tokenledger.local.cli;

import io.tokenledger.local.StackException;
import io.tokenledger.local.kafka.LedgerTopics;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the ledger's topics on a Kafka of one's own; what is there already stays as it is. */
@Command(name = "topics", description = "Makes the missing topics of the ledger on any Kafka.")
final class TopicsCommand implements Callable<Integer> {

  @Option(names = "--bootstrap", required = true, paramLabel = "HOST:PORT")
  private String bootstrap;

  @Option(
      names = "--partitions",
      defaultValue = "12",
      description = "Of usage.events and usage.recorded. Default ${DEFAULT-VALUE}.")
  private int partitions;

  @Option(
      names = "--replication",
      defaultValue = "3",
      description = "Replicas of each partition. Default ${DEFAULT-VALUE}.")
  private short replicas;

  @Mixin private ClientOption client;

  @Override
  public Integer call() throws InterruptedException {
    try {
      List<String> made = new LedgerTopics(partitions, replicas).create(client.of(bootstrap));
      System.out.println(
          made.isEmpty() ? "All topics are there." : "Made " + String.join(", ", made) + ".");
      return 0;
    } catch (ExecutionException e) {
      throw new StackException("Kafka: " + e.getCause().getMessage(), e);
    } catch (KafkaException e) {
      throw new StackException("Kafka: " + e.getMessage(), e);
    }
  }
}
