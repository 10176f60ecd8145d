package io.tokenledger.local.backfill.sending;

import io.tokenledger.events.Topics;
import io.tokenledger.local.kafka.EventSender;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;

/** Sends to {@code usage.events}, in large compressed batches and little memory. */
public final class KafkaSink implements EventSink, AutoCloseable {

  private static final Map<String, Object> FOR_MANY =
      Map.of(
          ProducerConfig.LINGER_MS_CONFIG,
          20,
          ProducerConfig.BATCH_SIZE_CONFIG,
          128 * 1024,
          ProducerConfig.BUFFER_MEMORY_CONFIG,
          8L * 1024 * 1024,
          ProducerConfig.COMPRESSION_TYPE_CONFIG,
          "lz4");

  private final EventSender sender;

  /**
   * @param client settings of the Kafka client, which go before ours
   */
  public KafkaSink(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(FOR_MANY);
    settings.putAll(client);
    sender = new EventSender(settings, Topics.USAGE_EVENTS);
  }

  /** The key keeps the revisions of an event in one partition. */
  @Override
  public void send(String key, byte[] event, Consumer<Exception> answered) {
    try {
      sender.send(key.getBytes(StandardCharsets.UTF_8), event, answered);
    } catch (KafkaException e) {
      answered.accept(e);
    }
  }

  @Override
  public void flush() {
    sender.flush();
  }

  @Override
  public void close() {
    sender.close();
  }
}
