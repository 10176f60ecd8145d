package io.tokenledger.service.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tokenledger.local.identity.SigningKeys;
import io.tokenledger.local.identity.TokenSigner;
import io.tokenledger.local.postgres.PostgresSettings;
import java.nio.file.Path;
import java.util.Map;

/**
 * A real PostgreSQL and a real Kafka, started once per JVM and configured into the service under
 * test. Nothing in them is durable; they go with the JVM.
 */
public class LedgerServers implements QuarkusTestResourceLifecycleManager {

  /** The password of every service's role, and of the superuser. */
  public static final String PASSWORD = "test";

  @Override
  public Map<String, String> start() {
    RunningServers servers = RunningServers.instance();
    return Map.of(
        "TOKENLEDGER_DATABASE_URL",
        servers.postgresUrl(),
        "TOKENLEDGER_DATABASE_PASSWORD",
        PASSWORD,
        "kafka.bootstrap.servers",
        servers.kafkaBootstrap(),
        "TOKENLEDGER_JWT_PUBLIC_KEY",
        servers.keys().publicKeyFile().toUri().toString(),
        "quarkus.log.category.\"kafka\".level",
        "WARN",
        "quarkus.log.category.\"org.apache.kafka\".level",
        "WARN");
  }

  /** The servers stay for the next test class of this JVM. */
  @Override
  public void stop() {}

  public static String kafkaBootstrap() {
    return RunningServers.instance().kafkaBootstrap();
  }

  /** Of the ledger's database; log in as {@link #superuser()} with {@link #PASSWORD}. */
  public static String jdbcUrl() {
    return "jdbc:" + RunningServers.instance().postgresUrl();
  }

  public static String superuser() {
    return PostgresSettings.SUPERUSER;
  }

  /** Of the key pair that {@link TestTokens} are signed with. */
  public static Path privateKeyFile() {
    return SigningKeys.privateKeyFile(RunningServers.instance().directory());
  }

  static TokenSigner signer() {
    return new TokenSigner(RunningServers.instance().keys().privateKey());
  }
}
