package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.acceptance.ledger.KafkaAccess;
import io.tokenledger.acceptance.ledger.PortBase;
import io.tokenledger.acceptance.ledger.ServiceProcess;
import io.tokenledger.events.Topics;
import io.tokenledger.local.Component;
import io.tokenledger.local.DataDirectory;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.Ports;
import io.tokenledger.local.identity.ServerCertificate;
import io.tokenledger.local.kafka.EmbeddedKafka;
import io.tokenledger.local.kafka.KafkaSecurity;
import io.tokenledger.local.kafka.KafkaSettings;
import io.tokenledger.local.postgres.EmbeddedPostgres;
import io.tokenledger.local.postgres.PostgresSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All services in production mode, on servers with TLS, passwords and access lists. */
class ProductionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PARTITIONS = 2;
  private static final Ports PORTS = PortBase.free();
  private static final Map<Component, String> KAFKA_PASSWORDS = new EnumMap<>(Component.class);
  private static final List<AutoCloseable> STARTED = new ArrayList<>();

  @TempDir private static Path folder;

  private static LedgerAccess access;
  private static KafkaSecurity kafkaSecurity;
  private static ServerCertificate certificate;

  @BeforeAll
  static void start() throws Exception {
    certificate = ServerCertificate.in(folder);
    access = new LedgerAccess(new DataDirectory(folder.resolve("data")).create(), PORTS);
    Component.services().forEach(each -> KAFKA_PASSWORDS.put(each, "kafka-" + each.label()));
    STARTED.add(startPostgres());
    STARTED.add(startKafka());
    for (Component service : Component.services()) {
      STARTED.add(0, ServiceProcess.start(service, access, secure(service), log(service)));
    }
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable each : STARTED) {
      each.close();
    }
  }

  @Test
  void anEventIsCountedOverEncryptedConnections() {
    Api api = new Api(access);
    String org = "secure-org";
    String event =
        "{\"eventId\":\"a\",\"orgId\":\"%s\",\"provider\":\"openai\",\"modelName\":\"gpt-4o\",\"inputTokens\":1000000}"
            .formatted(org);
    String writer = api.token("gateway", Map.of(), List.of("superadmin"));
    for (int sent = 0; sent < 2; sent++) {
      assertThat(api.call(Component.USAGE_INGEST, "POST", "/v1/events", writer, event).status())
          .isEqualTo(202);
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        api.get(Component.USAGE_QUERY, "/orgs/" + org + "/analytics/usage", writer)
                            .json()
                            .at("/usage/0/requestCount")
                            .intValue())
                    .isEqualTo(1));
  }

  @Test
  void aServiceMayUseItsOwnTopicsOnly() {
    Map<String, Object> client = new HashMap<>(kafkaClient(Component.USAGE_AGGREGATOR));
    client.put("bootstrap.servers", access.kafkaBootstrap());
    client.put("enable.idempotence", "false"); // Otherwise, it is refused before it names a topic.
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      assertThatThrownBy(
              () -> producer.send(new ProducerRecord<>(Topics.USAGE_RECORDED, "forged")).get())
          .hasCauseInstanceOf(TopicAuthorizationException.class);
    }
  }

  @Test
  void unsafeSettingsAreRefusedWithASentenceEach() throws IOException {
    Map<String, String> unsafe = new HashMap<>(secure(Component.USAGE_INGEST));
    unsafe.putAll(ServiceProcess.freePorts());
    unsafe.put("TOKENLEDGER_DATABASE_SSL_MODE", "disable");
    unsafe.put("TOKENLEDGER_PRICING_TOKEN", "insecure-token");
    unsafe.put("KAFKA_SECURITY_PROTOCOL", "PLAINTEXT");
    Path log = folder.resolve("unsafe.log");
    try (ServiceProcess refused =
        ServiceProcess.launch(Component.USAGE_INGEST, access, unsafe, log)) {
      assertThat(refused.awaitEnd()).isNotZero();
    }
    assertThat(Files.readString(log))
        .contains("TOKENLEDGER_PRICING_TOKEN is the secret of an example")
        .contains("TOKENLEDGER_KAFKA_ALLOW_PLAINTEXT=true")
        .contains("TOKENLEDGER_DATABASE_SSL_MODE=verify-full")
        .doesNotContain("insecure-token");
  }

  /** The key stays where it is: the server reads it as the user that it has become. */
  private static EmbeddedPostgres startPostgres() throws Exception {
    Map<String, String> passwords =
        Component.services().stream()
            .map(Component::databaseRole)
            .collect(Collectors.toMap(role -> role, role -> access.password(role)));
    EmbeddedPostgres server =
        EmbeddedPostgres.start(
            new PostgresSettings(
                folder.resolve("postgres"),
                PORTS.of(Component.POSTGRES),
                true,
                access.password(PostgresSettings.SUPERUSER),
                passwords));
    try (Connection connection = server.database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER SYSTEM SET ssl_cert_file = '" + certificate.certificate() + "'");
      statement.execute("ALTER SYSTEM SET ssl_key_file = '" + certificate.key() + "'");
      statement.execute("ALTER SYSTEM SET ssl = on");
      statement.execute("SELECT pg_reload_conf()");
    }
    return server;
  }

  private static EmbeddedKafka startKafka() throws Exception {
    kafkaSecurity =
        new KafkaSecurity(
            certificate.keyStore(), certificate.password(), certificate.certificate(), "of-admin");
    KafkaSettings settings =
        new KafkaSettings(
            folder.resolve("kafka"),
            PORTS.of(Component.KAFKA),
            PARTITIONS,
            Optional.of(kafkaSecurity));
    EmbeddedKafka broker = EmbeddedKafka.start(settings);
    KafkaAccess.create(settings.adminClient(), KAFKA_PASSWORDS);
    return broker;
  }

  private static Map<String, String> secure(Component service) {
    Map<String, String> environment = new HashMap<>();
    environment.put("TOKENLEDGER_HTTP_PORT", Integer.toString(PORTS.of(service)));
    environment.put("TOKENLEDGER_MANAGEMENT_PORT", Integer.toString(PORTS.managementOf(service)));
    environment.put("TOKENLEDGER_PRICING_URL", access.url(Component.PRICING_SERVICE));
    environment.put("TOKENLEDGER_DATABASE_SSL_MODE", "verify-full");
    environment.put("TOKENLEDGER_DATABASE_SSL_ROOT_CERT", certificate.certificate().toString());
    kafkaClient(service)
        .forEach(
            (name, value) ->
                environment.put(
                    "KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value.toString()));
    return environment;
  }

  private static Map<String, Object> kafkaClient(Component service) {
    return kafkaSecurity.client(service.label(), KAFKA_PASSWORDS.get(service));
  }

  private static Path log(Component service) {
    return folder.resolve(service.label() + ".log");
  }
}
