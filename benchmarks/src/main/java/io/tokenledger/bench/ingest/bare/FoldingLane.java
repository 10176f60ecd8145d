package io.tokenledger.bench.ingest.bare;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Consume, fold, upsert: what usage-aggregator does, for one rollup and without its fence. */
final class FoldingLane implements BareLane {

  private static final int BATCH_SIZE = 8_000;
  private static final Duration POLL = Duration.ofMillis(100);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final BareTables tables;

  FoldingLane(BareClients clients, int lane, BareTables tables) {
    this.consumer = clients.consumer(BareLoop.RECORDED, lane, BATCH_SIZE);
    this.tables = tables;
  }

  @Override
  public int step() throws IOException, SQLException {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    if (records.isEmpty()) {
      return 0;
    }
    List<BareEvent> events = new ArrayList<>(records.count());
    for (ConsumerRecord<byte[], byte[]> each : records) {
      events.add(JSON.readValue(each.value(), BareEvent.class));
    }
    Map<Integer, Long> next = new HashMap<>();
    records
        .nextOffsets()
        .forEach((partition, offset) -> next.put(partition.partition(), offset.offset()));
    tables.count(BareSum.of(events), next);
    return events.size();
  }
}
