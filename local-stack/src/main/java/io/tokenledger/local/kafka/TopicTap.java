package io.tokenledger.local.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows a topic: what is committed, without a group, so that it disturbs nobody who reads it. */
public final class TopicTap implements AutoCloseable {

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int PATIENCE_MS = 15_000;

  /** Unpacked, messages take several times as much memory as they have bytes. */
  private static final int FETCH_BYTES = 8 * 1024 * 1024;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  /**
   * @param client settings of the Kafka client
   */
  public TopicTap(Map<String, Object> client, String topic) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    partitions =
        consumer.partitionsFor(topic).stream()
            .map(each -> new TopicPartition(topic, each.partition()))
            .toList();
    consumer.assign(partitions);
  }

  /** Whether the brokers have the topic. */
  public boolean isThere() {
    return !partitions.isEmpty();
  }

  /** Begins with the oldest message that is kept. */
  public void fromBeginning() {
    consumer.seekToBeginning(partitions);
  }

  /** Begins with what is committed from now on. */
  public void fromNow() {
    consumer.endOffsets(partitions).forEach(consumer::seek);
  }

  /**
   * What came meanwhile; waits for a moment when nothing did.
   *
   * @throws WakeupException when it was told to {@link #stop}
   */
  public ConsumerRecords<byte[], byte[]> next() {
    return consumer.poll(POLL);
  }

  /** May be called by another thread. */
  public void stop() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
