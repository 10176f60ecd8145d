package io.tokenledger.service.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** What several polls gave, as one batch. */
final class GatheredRecords {

  private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records =
      new LinkedHashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> nextOffsets = new HashMap<>();
  private int count;
  private long bytes;

  void add(ConsumerRecords<byte[], byte[]> polled) {
    for (TopicPartition partition : polled.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> more = polled.records(partition);
      records.computeIfAbsent(partition, first -> new ArrayList<>()).addAll(more);
      more.forEach(each -> bytes += bytesOf(each));
    }
    nextOffsets.putAll(polled.nextOffsets());
    count += polled.count();
  }

  void clear() {
    records.clear();
    nextOffsets.clear();
    count = 0;
    bytes = 0;
  }

  int count() {
    return count;
  }

  /** Of keys, values and headers. */
  long bytes() {
    return bytes;
  }

  /**
   * Keeps so many, the first of each partition.
   *
   * @return where the partitions go on whose rest was not kept
   */
  Map<TopicPartition, Long> cut(int most) {
    Map<TopicPartition, Long> rest = new HashMap<>();
    int left = most;
    for (TopicPartition partition : List.copyOf(records.keySet())) {
      List<ConsumerRecord<byte[], byte[]>> all = records.get(partition);
      int kept = Math.min(left, all.size());
      left -= kept;
      if (kept < all.size()) {
        rest.put(partition, all.get(kept).offset());
        keep(partition, all.subList(0, kept), all.get(kept).offset());
      }
    }
    count = Math.min(most, count);
    return rest;
  }

  private void keep(
      TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> kept, long next) {
    if (kept.isEmpty()) {
      records.remove(partition);
      nextOffsets.remove(partition);
    } else {
      records.put(partition, List.copyOf(kept));
      nextOffsets.put(partition, new OffsetAndMetadata(next));
    }
  }

  ConsumerRecords<byte[], byte[]> asRecords() {
    return new ConsumerRecords<>(records, nextOffsets);
  }

  private static long bytesOf(ConsumerRecord<byte[], byte[]> message) {
    long bytes =
        Math.max(0, message.serializedKeySize()) + Math.max(0, message.serializedValueSize());
    for (Header header : message.headers()) {
      bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
    }
    return bytes;
  }
}
