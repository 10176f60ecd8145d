package io.tokenledger.service.kafka;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/** Clients of a lane whose consumer a test has in hand. */
final class OneConsumer extends TopicClients {

  private final Consumer<byte[], byte[]> consumer;
  private final Supplier<UUID> topicId;

  OneConsumer(Consumer<byte[], byte[]> consumer, BatchBounds bounds, Supplier<UUID> topicId) {
    super(
        "group",
        "topic",
        Optional.empty(),
        Map.of(),
        Map.of(),
        bounds,
        new Patience(Duration.ofSeconds(1)),
        new SimpleMeterRegistry());
    this.consumer = consumer;
    this.topicId = topicId;
  }

  @Override
  UUID topicId() {
    return topicId.get();
  }

  @Override
  Consumer<byte[], byte[]> consumer(int number) {
    return consumer;
  }
}
