package io.tokenledger.aggregate;

import static io.tokenledger.aggregate.support.Usages.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.tokenledger.aggregate.RecordedBatch.Message;
import io.tokenledger.aggregate.support.Rollups;
import io.tokenledger.events.Topics;
import io.tokenledger.events.recorded.RecordedFormat;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.RecordedUsageCodec;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** From {@code usage.recorded} to the five rollups. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class AggregatorPipelineIT {

  private final String org = "org-" + UUID.randomUUID();

  @Inject UsageAggregator aggregator;
  @Inject RollupStore store;

  /** The first half is a backlog that was written before there was Protobuf. */
  @Test
  void whatIsRecordedIsInEveryRollup() {
    List<RecordedUsage> usages = IntStream.range(0, 200).mapToObj(id -> usage(org, id)).toList();
    publish(usages.subList(0, 100).stream().map(RecordedFormat.JSON::encode).toList());
    publish(usages.subList(100, 200).stream().map(RecordedFormat.PROTOBUF::encode).toList());

    BigDecimal cost = BigDecimal.valueOf(usages.stream().mapToLong(RecordedUsage::costNanos).sum());
    for (String rollup : Rollups.TABLES) {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(sum(rollup, "request_count")).isEqualTo("200"));
      assertThat(sum(rollup, "cost_nanos")).isEqualTo(cost.toPlainString());
      assertThat(sum(rollup, "duration_count")).isEqualTo("150");
    }
    for (String rollup :
        List.of(Rollups.TABLES.get(0), Rollups.TABLES.get(2), Rollups.TABLES.get(4))) {
      String bucketed = "(SELECT sum(count) FROM unnest(duration_buckets) AS count)";
      assertThat(sum(rollup, bucketed)).isEqualTo("150");
    }
    assertThat(sum("org_daily_usage", "error_count")).isEqualTo("29");
    assertThat(sum("org_daily_usage", "unpriced_requests")).isEqualTo("40");
  }

  @Test
  void aMessageThatIsNoUsageIsPassedOver() {
    byte[] counted = RecordedUsageCodec.encode(usage(org, 1));
    byte[] cut = Arrays.copyOf(counted, counted.length / 2);
    byte[] ofTheFuture = {0x3a, 2, 8, 1};
    byte[] garbage = "garbage".getBytes(StandardCharsets.UTF_8);
    publish(Arrays.asList(garbage, cut, ofTheFuture, new byte[0], null, counted));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(sum("org_daily_usage", "request_count")).isEqualTo("1"));
  }

  @Test
  void aReplayAndAZombieChangeNothing() throws Throwable {
    UUID topic = UUID.randomUUID();
    aggregate(topic, 0, 10);
    aggregate(topic, 10, 20);
    aggregate(topic, 0, 10);
    aggregate(topic, 5, 15);

    assertThat(sum("org_daily_usage", "request_count")).isEqualTo("20");
    assertThat(position(topic)).isEqualTo("20");
  }

  /** Else a database put back meanwhile would go on from the position, once the log is so long. */
  @Test
  void ofALogThatCameBackShorterItIsKnownHowFarItWasRead() throws Throwable {
    UUID topic = UUID.randomUUID();
    aggregate(topic, 0, 20);
    assertThat(readTo(topic)).isEqualTo(20);
    aggregate(topic, 5, 12);
    assertThat(position(topic)).isEqualTo("20");
    assertThat(readTo(topic)).isEqualTo(12);
    aggregate(topic, 12, 30);
    assertThat(position(topic)).isEqualTo("30");
    assertThat(readTo(topic)).isEqualTo(30);
  }

  /**
   * The sums of a row have no bound but their type: what is full stays so, and counting goes on.
   */
  @Test
  void aRowThatIsFullDoesNotStopCounting() throws Throwable {
    aggregate(UUID.randomUUID(), 0, 10);
    for (String rollup : Rollups.TABLES) {
      select(
          "UPDATE rollup.%s SET input_tokens = 9223372036854775800 WHERE org_id = ? RETURNING 'full'"
              .formatted(rollup),
          org);
    }
    aggregate(UUID.randomUUID(), 0, 10);

    for (String rollup : Rollups.TABLES) {
      assertThat(sum(rollup, "request_count")).isEqualTo("20");
      assertThat(
              select(
                  "SELECT max(input_tokens)::text FROM rollup.%s WHERE org_id = ?"
                      .formatted(rollup),
                  org))
          .isEqualTo("9223372036854775807");
    }
  }

  @Test
  void concurrentOwnersOfAPartitionCountItOnce() {
    UUID topic = UUID.randomUUID();
    IntStream.range(0, 16)
        .parallel()
        .forEach(
            attempt -> {
              try {
                aggregate(topic, 0, 50);
              } catch (Throwable e) {
                throw new IllegalStateException(e);
              }
            });

    assertThat(sum("conversation_usage", "request_count")).isEqualTo("50");
  }

  private void aggregate(UUID topic, int from, int to) throws Throwable {
    List<Message> messages =
        IntStream.range(from, to).mapToObj(id -> new Message(0, id, usage(org, id))).toList();
    RecordedBatch batch = new RecordedBatch(topic, messages, Map.of(0, (long) to));
    VertxContextSupport.subscribeAndAwait(() -> aggregator.aggregate(batch));
  }

  private long readTo(UUID topic) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(() -> store.positions(topic)).get(0).readTo();
  }

  private void publish(List<byte[]> messages) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", LedgerServers.kafkaBootstrap()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      messages.forEach(m -> producer.send(new ProducerRecord<>(Topics.USAGE_RECORDED, org, m)));
    }
  }

  private String sum(String rollup, String column) {
    return select(
        "SELECT coalesce(sum(%s), 0)::text FROM rollup.%s WHERE org_id = ?"
            .formatted(column, rollup),
        org);
  }

  private static String position(UUID topic) {
    return select(
        "SELECT next_offset::text FROM rollup.consumer_position WHERE topic_id = ?", topic);
  }

  private static String select(String sql, Object parameter) {
    try (Connection connection =
            DriverManager.getConnection(
                LedgerServers.jdbcUrl(), LedgerServers.superuser(), LedgerServers.PASSWORD);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, parameter);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
