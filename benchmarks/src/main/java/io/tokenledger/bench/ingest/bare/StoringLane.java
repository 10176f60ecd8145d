package io.tokenledger.bench.ingest.bare;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.events.Serving;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.cost.BillableUsage;
import io.tokenledger.pricing.cost.CostCalculator;
import io.tokenledger.pricing.json.BundledPriceList;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Consume, parse, price, insert, publish: what usage-ingest does, without its promises. */
final class StoringLane implements BareLane {

  private static final int BATCH_SIZE = 4_000;
  private static final Duration POLL = Duration.ofMillis(100);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PriceBook book = BundledPriceList.book();
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;
  private final BareTables tables;

  StoringLane(BareClients clients, int lane, BareTables tables) {
    this.consumer = clients.consumer(BareLoop.EVENTS, lane, BATCH_SIZE);
    this.producer = clients.producer(lane);
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
      BareEvent event = JSON.readValue(each.value(), BareEvent.class);
      if (event.isValid()) {
        events.add(event.at(costNanos(event)));
      }
    }
    events.sort(Comparator.comparing(BareEvent::key));
    tables.store(events);
    publish(events, records);
    return 0;
  }

  private long costNanos(BareEvent event) {
    TokenCounts tokens =
        TokenCounts.of(
            each ->
                switch (each) {
                  case INPUT -> event.inputTokens();
                  case OUTPUT -> event.outputTokens();
                  case CACHE_READ -> event.cacheReadTokens();
                  default -> 0;
                });
    return CostCalculator.costOf(
            book,
            new BillableUsage(
                event.orgId(),
                event.provider(),
                event.modelName(),
                event.time(),
                tokens,
                Map.of(),
                1,
                Serving.STANDARD))
        .nanos();
  }

  private void publish(List<BareEvent> events, ConsumerRecords<byte[], byte[]> records)
      throws IOException {
    producer.beginTransaction();
    for (BareEvent event : events) {
      producer.send(
          new ProducerRecord<>(BareLoop.RECORDED, event.orgBytes(), JSON.writeValueAsBytes(event)));
    }
    producer.sendOffsetsToTransaction(records.nextOffsets(), consumer.groupMetadata());
    producer.commitTransaction();
  }
}
