package io.tokenledger.aggregate.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What several polls gave, as one batch. */
final class GatheredRecords {

  private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> nextOffsets = new HashMap<>();
  private int count;

  void add(ConsumerRecords<byte[], byte[]> polled) {
    for (TopicPartition partition : polled.partitions()) {
      records
          .computeIfAbsent(partition, first -> new ArrayList<>())
          .addAll(polled.records(partition));
    }
    nextOffsets.putAll(polled.nextOffsets());
    count += polled.count();
  }

  void clear() {
    records.clear();
    nextOffsets.clear();
    count = 0;
  }

  int count() {
    return count;
  }

  ConsumerRecords<byte[], byte[]> asRecords() {
    return new ConsumerRecords<>(records, nextOffsets);
  }
}
