package io.tokenledger.acceptance.check;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning on, committed messages only, and remembers where it stopped. */
public final class TopicTail implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int PATIENCE_MS = 20_000;

  /** So soon partitions are read that were added. */
  private static final int METADATA_MAX_AGE_MS = 1_000;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String topic;
  private final List<TopicPartition> partitions = new ArrayList<>();

  public TopicTail(String bootstrapServers, String topic) {
    this.topic = topic;
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MS,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                METADATA_MAX_AGE_MS,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                10_000),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    takeNewPartitions();
  }

  /** What was committed since the last call, up to the present end. */
  public List<ConsumerRecord<byte[], byte[]>> next() {
    takeNewPartitions();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      consumer.poll(POLL).forEach(records::add);
    }
    return records;
  }

  /** What is on the topic now is known, and what comes behind is not. */
  public void skipToEnd() {
    consumer.endOffsets(partitions).forEach(consumer::seek);
  }

  private void takeNewPartitions() {
    List<TopicPartition> added =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .filter(partition -> !partitions.contains(partition))
            .toList();
    if (!added.isEmpty()) {
      partitions.addAll(added);
      consumer.assign(partitions);
      consumer.seekToBeginning(added);
    }
  }

  /** Empty when there is no such header. */
  public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
