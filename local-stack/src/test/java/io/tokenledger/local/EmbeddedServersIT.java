package io.tokenledger.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.Topics;
import io.tokenledger.local.kafka.EmbeddedKafka;
import io.tokenledger.local.kafka.KafkaSettings;
import io.tokenledger.local.postgres.EmbeddedPostgres;
import io.tokenledger.local.postgres.PostgresSettings;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersIT {

  @TempDir Path directory;

  @Test
  void postgresKeepsItsDataOverARestart() throws Exception {
    PostgresSettings settings =
        new PostgresSettings(
            directory, FreePort.next(), true, "s3cret", Map.of("tokenledger_query", "it's"));
    try (EmbeddedPostgres server = EmbeddedPostgres.start(settings)) {
      execute(server, "CREATE TABLE kept AS SELECT 42 AS answer");
    }
    try (EmbeddedPostgres server = EmbeddedPostgres.start(settings)) {
      assertThat(query(server, "SELECT answer FROM kept")).isEqualTo("42");
      assertThat(query(server, "SHOW fsync")).isEqualTo("on");
      assertThat(query(server, "SHOW data_checksums")).isEqualTo("on");
      assertThat(query(server, "SELECT pg_encoding_to_char(encoding) FROM pg_database LIMIT 1"))
          .isEqualTo("UTF8");
    }
  }

  /** As managed PostgreSQL has it: nobody there is superuser. */
  @Test
  void anAdministratorWhoIsNoSuperuserMayBootstrap() throws Exception {
    PostgresSettings settings =
        new PostgresSettings(directory, FreePort.next(), false, "s3cret", Map.of());
    String roles =
        "tokenledger_pricing, tokenledger_ingest, tokenledger_aggregator, tokenledger_query,"
            + " tokenledger_gateway";
    try (EmbeddedPostgres server = EmbeddedPostgres.start(settings)) {
      execute(server, "DROP OWNED BY " + roles);
      execute(server, "DROP ROLE " + roles);
      execute(server, "CREATE ROLE administrator LOGIN CREATEROLE PASSWORD 'admin'");
      execute(server, "CREATE DATABASE managed OWNER administrator");
      try (Connection connection =
              DriverManager.getConnection(settings.jdbcUrl("managed"), "administrator", "admin");
          Statement statement = connection.createStatement();
          InputStream script = getClass().getResourceAsStream("/db/bootstrap.sql")) {
        String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        statement.execute(sql);
        statement.execute(sql);
        statement.execute("ALTER ROLE tokenledger_query PASSWORD 'query'");
      }
      try (Connection connection =
              DriverManager.getConnection(
                  settings.jdbcUrl("managed"), "tokenledger_query", "query");
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE access.own ()");
      }
    }
  }

  @Test
  void kafkaKeepsItsDataOverARestart() throws Exception {
    KafkaSettings settings = new KafkaSettings(directory, FreePort.next(), 2);
    try (EmbeddedKafka broker = EmbeddedKafka.start(settings)) {
      produce(broker.bootstrapServers(), "kept");
    }
    try (EmbeddedKafka broker = EmbeddedKafka.start(settings)) {
      assertThat(consume(broker.bootstrapServers())).isEqualTo("kept");
    }
  }

  private static void produce(String bootstrapServers, String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(Topics.USAGE_EVENTS, 0, "key", value)).get();
    }
  }

  private static String consume(String bootstrapServers) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(Topics.USAGE_EVENTS, 0)));
      ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(20));
      return records.iterator().next().value();
    }
  }

  private static void execute(EmbeddedPostgres server, String sql) throws Exception {
    try (Connection connection = server.database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedPostgres server, String sql) throws Exception {
    try (Connection connection = server.database().connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
