package io.tokenledger.service.testing;

import io.tokenledger.events.Topics;
import io.tokenledger.local.FreePort;
import io.tokenledger.local.kafka.EmbeddedKafka;
import io.tokenledger.local.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A broker that can go away and come back. */
public final class TestBroker implements AutoCloseable {

  private final KafkaSettings settings;
  private EmbeddedKafka kafka;

  public TestBroker(Path directory) throws Exception {
    settings = new KafkaSettings(directory, FreePort.next(), 2);
    start();
  }

  public void start() throws Exception {
    kafka = EmbeddedKafka.start(settings);
  }

  public void stop() {
    kafka.close();
  }

  public Map<String, Object> client() {
    return settings.adminClient();
  }

  /** All that was ever sent to {@code usage.events}. */
  public List<ConsumerRecord<String, byte[]>> events() {
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(client(), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.USAGE_EVENTS).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
      }
    }
    return all;
  }

  @Override
  public void close() {
    stop();
  }
}
