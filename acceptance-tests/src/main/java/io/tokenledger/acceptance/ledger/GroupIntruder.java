package io.tokenledger.acceptance.ledger;

import io.tokenledger.events.Topics;
import io.tokenledger.local.Component;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Joins the consumer group of a service and leaves it again: two rebalances, without the seconds
 * that another process takes to start. It commits nothing, so what it is given waits meanwhile.
 */
public final class GroupIntruder {

  private static final Duration POLL = Duration.ofMillis(100);

  private final Component service;
  private final String bootstrapServers;

  public GroupIntruder(Component service, String bootstrapServers) {
    this.service = service;
    this.bootstrapServers = bootstrapServers;
  }

  /** Returns when it has been let in and has left, or as soon as this is enough. */
  public void joinAndLeave(BooleanSupplier enough) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      consumer.subscribe(List.of(topic()));
      while (consumer.assignment().isEmpty() && !enough.getAsBoolean()) {
        consumer.poll(POLL);
      }
    }
  }

  private String topic() {
    return service == Component.USAGE_INGEST ? Topics.USAGE_EVENTS : Topics.USAGE_RECORDED;
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.GROUP_ID_CONFIG,
            service.label(),
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            10_000,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            10_000,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "latest"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
