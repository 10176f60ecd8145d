package io.tokenledger.service.testing;

import io.tokenledger.local.Directories;
import io.tokenledger.local.FreePort;
import io.tokenledger.local.identity.SigningKeys;
import io.tokenledger.local.kafka.EmbeddedKafka;
import io.tokenledger.local.kafka.KafkaSettings;
import io.tokenledger.local.postgres.EmbeddedPostgres;
import io.tokenledger.local.postgres.PostgresSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The servers of this JVM. Where they are is kept in system properties, as Quarkus may load this
 * class more than once, in class loaders that do not see one another.
 */
record RunningServers(String postgresUrl, String kafkaBootstrap, Path directory) {

  private static final String POSTGRES = "tokenledger.testing.postgres";
  private static final String KAFKA = "tokenledger.testing.kafka";
  private static final String DIRECTORY = "tokenledger.testing.directory";

  private static final List<String> BROKER_LOGGERS =
      List.of("kafka", "org.apache.kafka", "state.change.logger");

  private static final int PARTITIONS = 4;

  private static final List<String> ROLES =
      List.of(
          "tokenledger_pricing",
          "tokenledger_ingest",
          "tokenledger_aggregator",
          "tokenledger_query",
          "tokenledger_gateway");

  /** Starts them when nothing runs yet. */
  static RunningServers instance() {
    synchronized (System.getProperties()) {
      if (System.getProperty(DIRECTORY) == null) {
        start();
      }
      return new RunningServers(
          System.getProperty(POSTGRES),
          System.getProperty(KAFKA),
          Path.of(System.getProperty(DIRECTORY)));
    }
  }

  SigningKeys keys() {
    try {
      return SigningKeys.in(directory);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void start() {
    try {
      BROKER_LOGGERS.forEach(name -> Logger.getLogger(name).setLevel(Level.WARNING));
      Path directory = Files.createTempDirectory("tokenledger-test-");
      EmbeddedPostgres postgres = EmbeddedPostgres.start(postgresSettings(directory));
      EmbeddedKafka kafka = EmbeddedKafka.start(kafkaSettings(directory));
      SigningKeys.in(directory);
      System.setProperty(POSTGRES, postgres.jdbcUrl().substring("jdbc:".length()));
      System.setProperty(KAFKA, kafka.bootstrapServers());
      System.setProperty(DIRECTORY, directory.toString());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, kafka, directory)));
    } catch (Exception e) {
      throw new IllegalStateException("The test servers did not start.", e);
    }
  }

  private static void stop(EmbeddedPostgres postgres, EmbeddedKafka kafka, Path directory) {
    kafka.close();
    postgres.close();
    Directories.delete(directory);
  }

  private static PostgresSettings postgresSettings(Path directory) throws Exception {
    Map<String, String> passwords =
        ROLES.stream().collect(Collectors.toMap(role -> role, role -> LedgerServers.PASSWORD));
    return new PostgresSettings(
        directory.resolve("postgres"), FreePort.next(), false, LedgerServers.PASSWORD, passwords);
  }

  private static KafkaSettings kafkaSettings(Path directory) throws Exception {
    return new KafkaSettings(directory.resolve("kafka"), FreePort.next(), PARTITIONS);
  }
}
