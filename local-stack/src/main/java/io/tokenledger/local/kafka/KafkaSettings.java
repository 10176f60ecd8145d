package io.tokenledger.local.kafka;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * @param directory holds everything of the broker; made when it is not there
 * @param port of the broker, on 127.0.0.1
 * @param partitions of {@code usage.events} and {@code usage.recorded}, when they are made
 * @param security absent: plain text, and everybody may do everything
 */
public record KafkaSettings(
    Path directory, int port, int partitions, Optional<KafkaSecurity> security) {

  public static final int DEFAULT_PARTITIONS = 4;

  private static final int NODE_ID = 1;

  /** One message of 1 MiB with its headers; the topic of dead letters adds to that. */
  static final int MAX_BATCH_BYTES = (1024 + 128) * 1024;

  /** A broker started again after a crash waits for this long until its old self is forgotten. */
  private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(3);

  public KafkaSettings(Path directory, int port, int partitions) {
    this(directory, port, partitions, Optional.empty());
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** For a client that may do everything. */
  public Map<String, Object> adminClient() {
    Map<String, Object> client = new HashMap<>();
    security.ifPresent(secure -> client.putAll(secure.adminClient()));
    client.put("bootstrap.servers", bootstrapServers());
    return client;
  }

  Path log() {
    return directory.resolve("data");
  }

  Path clusterIdFile() {
    return directory.resolve("cluster-id");
  }

  Path configuration() {
    return directory.resolve("server.properties");
  }

  /**
   * A broker that is its own controller. What is acknowledged is in the page cache, so it survives
   * the death of the process.
   *
   * @param controllerPort on 127.0.0.1; may differ at each start, as nothing stores it
   */
  Properties properties(int controllerPort) {
    Properties values = new Properties();
    quorum(values, controllerPort);
    singleReplica(values);
    values.setProperty("log.dirs", log().toAbsolutePath().toString());
    values.setProperty("auto.create.topics.enable", "false");
    values.setProperty("message.max.bytes", Integer.toString(MAX_BATCH_BYTES));
    values.setProperty("log.retention.ms", Long.toString(Duration.ofDays(7).toMillis()));
    values.setProperty("group.initial.rebalance.delay.ms", "0");
    values.setProperty("broker.session.timeout.ms", Long.toString(SESSION_TIMEOUT.toMillis()));
    values.setProperty("broker.heartbeat.interval.ms", "500");
    values.setProperty("num.network.threads", "2");
    values.setProperty("num.io.threads", "4");
    values.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024));
    return values;
  }

  private void quorum(Properties values, int controllerPort) {
    String protocol = security.isPresent() ? KafkaSecurity.PROTOCOL : "PLAINTEXT";
    String broker = protocol + "://" + bootstrapServers();
    String controller = "127.0.0.1:" + controllerPort;
    values.setProperty("process.roles", "broker,controller");
    values.setProperty("node.id", Integer.toString(NODE_ID));
    values.setProperty("controller.quorum.voters", NODE_ID + "@" + controller);
    values.setProperty("controller.listener.names", "CONTROLLER");
    values.setProperty("inter.broker.listener.name", protocol);
    values.setProperty("listeners", broker + ",CONTROLLER://" + controller);
    values.setProperty("advertised.listeners", broker);
    values.setProperty(
        "listener.security.protocol.map", protocol + ":" + protocol + ",CONTROLLER:PLAINTEXT");
    security.ifPresent(secure -> secure.addTo(values));
  }

  private static void singleReplica(Properties values) {
    values.setProperty("default.replication.factor", "1");
    values.setProperty("min.insync.replicas", "1");
    values.setProperty("offsets.topic.replication.factor", "1");
    values.setProperty("offsets.topic.num.partitions", "4");
    values.setProperty("transaction.state.log.replication.factor", "1");
    values.setProperty("transaction.state.log.min.isr", "1");
    values.setProperty("transaction.state.log.num.partitions", "4");
    values.setProperty("share.coordinator.state.topic.replication.factor", "1");
    values.setProperty("share.coordinator.state.topic.min.isr", "1");
  }
}
