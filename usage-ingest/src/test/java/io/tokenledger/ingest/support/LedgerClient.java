package io.tokenledger.ingest.support;

import static org.awaitility.Awaitility.await;

import io.tokenledger.events.Topics;
import io.tokenledger.events.recorded.Recorded;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.RecordedUsageCodec;
import io.tokenledger.service.testing.LedgerServers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What stands around usage-ingest: producers, readers of its topics, and its database. */
public final class LedgerClient {

  private static final ThreadLocal<Connection> KEPT = new ThreadLocal<>();

  private static KafkaProducer<byte[], byte[]> producer;

  private LedgerClient() {}

  public static RecordMetadata send(String event) {
    return send(event.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  public static RecordMetadata send(byte[] event, Map<String, String> headers) {
    return send(new ProducerRecord<>(Topics.USAGE_EVENTS, event), headers);
  }

  public static RecordMetadata send(
      ProducerRecord<byte[], byte[]> message, Map<String, String> headers) {
    headers.forEach((k, v) -> message.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
    try {
      return producer().send(message).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same message again and again. */
  public static void sendAll(int count, String event) {
    byte[] value = event.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < count; i++) {
      producer().send(new ProducerRecord<>(Topics.USAGE_EVENTS, value));
    }
    producer().flush();
  }

  /** Everything of one org on usage.recorded, as a {@code read_committed} reader sees it. */
  public static List<Recorded> recordedOf(String orgId) {
    return all(Topics.USAGE_RECORDED).stream()
        .map(message -> RecordedUsageCodec.decode(message.value()))
        .filter(usage -> usage.orgId().equals(orgId))
        .toList();
  }

  /** The same of an org that has no cost adjustments. */
  public static List<RecordedUsage> usageOf(String orgId) {
    return recordedOf(orgId).stream().map(RecordedUsage.class::cast).toList();
  }

  /** The headers of each dead letter that came from one place, as text. */
  public static List<Map<String, String>> deadLettersFrom(RecordMetadata source) {
    return all(Topics.DEAD_LETTERS).stream()
        .map(LedgerClient::headersOf)
        .filter(h -> h.get("dlq-source-partition").equals("" + source.partition()))
        .filter(h -> h.get("dlq-source-offset").equals("" + source.offset()))
        .toList();
  }

  public static Map<String, String> headersOf(ConsumerRecord<byte[], byte[]> message) {
    Map<String, String> text = new HashMap<>();
    for (Header header : message.headers()) {
      text.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    text.put(
        "value",
        message.value() == null ? "" : new String(message.value(), StandardCharsets.UTF_8));
    return text;
  }

  /** Everything on a topic, as a {@code read_committed} reader sees it. */
  public static List<ConsumerRecord<byte[], byte[]>> all(String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            kafka(Map.of("isolation.level", "read_committed")),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
      return found;
    }
  }

  /** The values of the first column. */
  public static List<Object> select(String sql, Object... parameters) {
    try (PreparedStatement statement = kept().prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<Object> values = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          values.add(rows.getObject(1));
        }
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** That of usage.events; the first lane begins it. */
  public static UUID currentEpoch() {
    return await()
        .until(() -> select("SELECT epoch FROM raw.current_source"), found -> !found.isEmpty())
        .stream()
        .map(UUID.class::cast)
        .findFirst()
        .orElseThrow();
  }

  public static void execute(String sql) {
    try (PreparedStatement statement = kept().prepareStatement(sql)) {
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** To check a password takes longer than most statements. */
  private static Connection kept() throws SQLException {
    Connection connection = KEPT.get();
    if (connection == null || !connection.isValid(1)) {
      connection = connect();
      KEPT.set(connection);
    }
    return connection;
  }

  public static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        LedgerServers.jdbcUrl(), LedgerServers.superuser(), LedgerServers.PASSWORD);
  }

  public static long rowsOf(String orgId) {
    return (Long) select("SELECT count(*) FROM raw.usage_event WHERE org_id = ?", orgId).get(0);
  }

  /** Made once, and gone with the JVM like the broker. */
  private static synchronized KafkaProducer<byte[], byte[]> producer() {
    if (producer == null) {
      producer =
          new KafkaProducer<>(
              kafka(Map.of("max.request.size", 8_000_000, "compression.type", "gzip")),
              new ByteArraySerializer(),
              new ByteArraySerializer());
    }
    return producer;
  }

  private static Properties kafka(Map<String, Object> more) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", LedgerServers.kafkaBootstrap());
    settings.putAll(more);
    return settings;
  }
}
