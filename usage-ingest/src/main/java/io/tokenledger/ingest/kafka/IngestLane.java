package io.tokenledger.ingest.kafka;

import io.tokenledger.events.Topics;
import io.tokenledger.ingest.BatchOutcome;
import io.tokenledger.ingest.SourcePosition;
import io.tokenledger.ingest.UsageIngestor;
import io.tokenledger.ingest.UsageMessage;
import io.tokenledger.service.kafka.LaneWork;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/** Reads batches of {@code usage.events}, has them ingested and ends each with a transaction. */
final class IngestLane implements LaneWork {

  private static final Logger LOG = Logger.getLogger(IngestLane.class);
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;
  private final UsageIngestor ingestor;
  private final Consumer<BatchOutcome> observer;
  private final TopicIncarnation incarnation;

  IngestLane(
      IngestClients clients, int lane, UsageIngestor ingestor, Consumer<BatchOutcome> observer) {
    this.ingestor = ingestor;
    this.observer = observer;
    this.incarnation = clients::usageEventsId;
    this.topicId = clients.usageEventsId();
    this.producer = clients.producer(lane);
    this.consumer = clients.consumer();
    consumer.subscribe(List.of(Topics.USAGE_EVENTS));
  }

  private UUID topicId;

  @Override
  public void step() {
    ConsumerRecords<byte[], byte[]> records = poll();
    if (!records.isEmpty()) {
      // The membership under which the batch was read: if it is over by the time of the commit,
      // somebody else has the partitions and Kafka refuses the transaction.
      ConsumerGroupMetadata membership = consumer.groupMetadata();
      observer.accept(
          ingestor
              .ingest(
                  messagesOf(records),
                  new KafkaRecordedUsagePublisher(producer, records.nextOffsets(), membership))
              .await()
              .indefinitely());
    }
  }

  @Override
  public void close() {
    consumer.close();
    producer.close(Duration.ofSeconds(5));
  }

  private ConsumerRecords<byte[], byte[]> poll() {
    try {
      return consumer.poll(POLL);
    } catch (InvalidOffsetException e) {
      LOG.errorf(
          "The committed positions of %s are not on the topic (never read, made again, or deleted "
              + "before they were read); starting at its beginning",
          e.partitions());
      topicId = incarnation.current();
      consumer.seekToBeginning(e.partitions());
      return ConsumerRecords.empty();
    }
  }

  private List<UsageMessage> messagesOf(ConsumerRecords<byte[], byte[]> records) {
    List<UsageMessage> messages = new ArrayList<>(records.count());
    for (ConsumerRecord<byte[], byte[]> each : records) {
      messages.add(
          new UsageMessage(
              new SourcePosition(topicId, each.partition(), each.offset()),
              each.value(),
              textOf(each.headers()),
              Instant.ofEpochMilli(each.timestamp())));
    }
    return messages;
  }

  private static Map<String, String> textOf(Iterable<Header> headers) {
    Map<String, String> text = new HashMap<>();
    for (Header header : headers) {
      if (header.value() != null) {
        text.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return text;
  }

  private interface TopicIncarnation {
    UUID current();
  }
}
