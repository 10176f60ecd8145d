package io.tokenledger.local.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What docs/producers.md shows for Java. */
final class UsageProducer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KafkaProducer<byte[], byte[]> kafka;

  UsageProducer(String brokers) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            brokers,
            "acks",
            "all",
            "enable.idempotence",
            true,
            "compression.type",
            "lz4",
            "linger.ms",
            20,
            "delivery.timeout.ms",
            120_000,
            "max.block.ms",
            2_000); // so long a full buffer may hold up a call
    kafka = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  void record(String org, String provider, String model, ObjectNode usage) {
    String eventId = uuidV7();
    ObjectNode event = JSON.createObjectNode();
    event.put("eventId", eventId).put("orgId", org);
    event.put("provider", provider).put("modelName", model);
    event.set("rawUsage", usage); // the provider's own block
    event.put("occurredAt", Instant.now().toString());
    byte[] key = eventId.getBytes(StandardCharsets.UTF_8);
    byte[] value = event.toString().getBytes(StandardCharsets.UTF_8);
    kafka.send(
        new ProducerRecord<>("usage.events", key, value),
        (metadata, failure) -> {
          if (failure != null) { // send it again later, the same bytes
            System.err.println("usage event " + eventId + " was not taken: " + failure);
          }
        });
  }

  private static String uuidV7() {
    long high = System.currentTimeMillis() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
    long low = RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  @Override
  public void close() {
    kafka.close(); // sends what is left
  }
}
