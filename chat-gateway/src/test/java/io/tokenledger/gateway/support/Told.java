package io.tokenledger.gateway.support;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.service.testing.LedgerServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The events that the gateway told Kafka of. */
public final class Told {

  private static final String TOPIC = "usage.events";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<JsonNode> EVENTS = new ArrayList<>();
  private static KafkaConsumer<String, byte[]> consumer;

  private Told() {}

  /** Waits until the org has so many events. */
  public static List<JsonNode> of(String org, int count) {
    await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> now(org).size() >= count);
    return now(org);
  }

  /** Those that are there. */
  public static synchronized List<JsonNode> now(String org) {
    for (ConsumerRecord<String, byte[]> message : consumer().poll(Duration.ofMillis(100))) {
      EVENTS.add(read(message.value()));
    }
    return EVENTS.stream().filter(event -> event.path("orgId").asText().equals(org)).toList();
  }

  /** As text, to look for what must not be there. */
  public static synchronized String everything() {
    return EVENTS.toString();
  }

  private static JsonNode read(byte[] message) {
    try {
      return JSON.readTree(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KafkaConsumer<String, byte[]> consumer() {
    if (consumer == null) {
      consumer =
          new KafkaConsumer<>(
              Map.of("bootstrap.servers", LedgerServers.kafkaBootstrap()),
              new StringDeserializer(),
              new ByteArrayDeserializer());
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    }
    return consumer;
  }
}
