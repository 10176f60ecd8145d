package io.tokenledger.acceptance.traffic;

import io.tokenledger.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts messages on partitions of {@code usage.events}, in order, and tries for minutes: Kafka is
 * away now and then. The producer is idempotent, so that its own retries are no second copies.
 */
final class MessageSender implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int MAX_REQUEST_BYTES = 2 * 1024 * 1024;

  private final KafkaProducer<byte[], byte[]> producer;
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong sent = new AtomicLong();
  private final List<Sent> remembered = new ArrayList<>();
  private boolean remembering;

  private record Sent(int partition, Message message) {}

  MessageSender(String bootstrapServers) {
    int patience = Math.toIntExact(PATIENCE.toMillis());
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                patience,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                patience,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                MAX_REQUEST_BYTES),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** From here on what is sent is kept. */
  void remember() {
    remembered.clear();
    remembering = true;
  }

  /** What was kept, in its order, as producers do that heard of a loss. */
  void sendAgain() {
    remembering = false;
    remembered.forEach(each -> send(each.partition, each.message));
    remembered.clear();
  }

  void send(int partition, Message message) {
    if (remembering) {
      remembered.add(new Sent(partition, message));
    }
    ProducerRecord<byte[], byte[]> copy =
        new ProducerRecord<>(
            Topics.USAGE_EVENTS, partition, message.timestampMillis(), null, message.value());
    message
        .headers()
        .forEach((name, text) -> copy.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    sent.incrementAndGet();
    producer.send(
        copy,
        (metadata, failure) -> {
          if (failure != null) {
            failures.add(failure.toString());
          }
        });
  }

  /** Returns when each message was acknowledged or has failed. */
  void flush() {
    producer.flush();
  }

  long sent() {
    return sent.get();
  }

  /** What Kafka did not take, though it must have. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
