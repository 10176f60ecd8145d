package io.tokenledger.local.kafka;

import io.tokenledger.local.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** One Kafka broker in this JVM, with the topics of the ledger. */
public final class EmbeddedKafka implements AutoCloseable {

  private static final short ONE_REPLICA = 1;

  private final KafkaSettings settings;
  private final KafkaRaftServer server;

  private EmbeddedKafka(KafkaSettings settings, KafkaRaftServer server) {
    this.settings = settings;
    this.server = server;
  }

  /** Returns when the topics are there. */
  public static EmbeddedKafka start(KafkaSettings settings)
      throws IOException, InterruptedException, ExecutionException {
    Files.createDirectories(settings.directory());
    Properties properties = settings.properties(FreePort.next());
    try (OutputStream file = Files.newOutputStream(settings.configuration())) {
      properties.store(file, "Written at every start.");
    }
    format(settings);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    server.startup();
    new LedgerTopics(settings.partitions(), ONE_REPLICA).create(settings.adminClient());
    return new EmbeddedKafka(settings, server);
  }

  public String bootstrapServers() {
    return settings.bootstrapServers();
  }

  /** Returns when the broker has ended. */
  void awaitEnd() {
    server.awaitShutdown();
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** Marks the log directory with the cluster's id; one that is marked already stays as it is. */
  private static void format(KafkaSettings settings) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "format",
                "--cluster-id",
                clusterId(settings),
                "--config",
                settings.configuration().toString(),
                "--ignore-formatted"));
    settings
        .security()
        .ifPresent(secure -> arguments.addAll(List.of("--add-scram", secure.scramOfAdmin())));
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    int status =
        StorageTool.execute(
            arguments.toArray(String[]::new),
            new PrintStream(output, true, StandardCharsets.UTF_8));
    if (status != 0) {
      throw new IOException("Kafka: " + output.toString(StandardCharsets.UTF_8).strip());
    }
  }

  private static String clusterId(KafkaSettings settings) throws IOException {
    if (!Files.exists(settings.clusterIdFile())) {
      Files.writeString(settings.clusterIdFile(), Uuid.randomUuid().toString());
    }
    return Files.readString(settings.clusterIdFile()).strip();
  }
}
