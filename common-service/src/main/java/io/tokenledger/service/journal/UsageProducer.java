package io.tokenledger.service.journal;

import io.tokenledger.events.Topics;
import io.tokenledger.events.UsageLimits;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends events to {@code usage.events}; made anew when Kafka's client has failed for good. */
final class UsageProducer implements AutoCloseable {

  private static final int MAX_REQUEST_BYTES = 2 * UsageLimits.MAX_MESSAGE_BYTES;

  /** For metadata, and for room: the publisher has other things to do. */
  private static final int MAX_BLOCK_MS = 500;

  /** One request for what comes in it: nobody waits for an event to be in Kafka. */
  private static final int LINGER_MS = 20;

  private final Map<String, Object> settings;
  private KafkaProducer<String, byte[]> producer;

  /**
   * @param common settings of every client, at least {@code bootstrap.servers}
   * @param patience after which an event that was not acknowledged has failed
   */
  UsageProducer(Map<String, Object> common, Duration patience) {
    this.settings = new HashMap<>(common);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis() / 2);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
  }

  /**
   * @param done told once, from any thread: nothing when the broker has acknowledged the event,
   *     else why it did not
   */
  void send(JournaledEvent event, Consumer<Optional<Exception>> done) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(Topics.USAGE_EVENTS, event.call().orgId(), event.event());
    try {
      producer().send(message, (metadata, failure) -> done.accept(Optional.ofNullable(failure)));
    } catch (KafkaException | IllegalStateException e) {
      done.accept(Optional.of(e));
    }
  }

  private KafkaProducer<String, byte[]> producer() {
    if (producer == null) {
      producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
    return producer;
  }

  /** What is on its way fails, unless it arrives. */
  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }
}
