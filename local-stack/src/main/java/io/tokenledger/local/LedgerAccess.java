package io.tokenledger.local;

import io.tokenledger.local.identity.Secrets;
import io.tokenledger.local.identity.SigningKeys;
import io.tokenledger.local.identity.TokenSigner;
import io.tokenledger.local.kafka.KafkaSettings;
import io.tokenledger.local.postgres.LedgerDatabase;
import io.tokenledger.local.postgres.PostgresSettings;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** How to reach the stack of a data directory, and with which secrets. */
public final class LedgerAccess {

  private static final String HOST = "127.0.0.1";
  private static final boolean DURABLE = true;

  private final DataDirectory data;
  private final Ports ports;
  private final Secrets secrets;

  public LedgerAccess(DataDirectory data, Ports ports) {
    this.data = data;
    this.ports = ports;
    this.secrets = new Secrets(data.secrets());
  }

  /** The base address of a service; the bootstrap server of Kafka; the address of PostgreSQL. */
  public String url(Component component) {
    return switch (component) {
      case KAFKA -> kafkaBootstrap();
      case POSTGRES -> databaseUrl();
      default -> "http://" + HOST + ":" + ports.of(component);
    };
  }

  /** Health at {@code /q/health}, metrics at {@code /metrics}. */
  public String managementUrl(Component service) {
    return "http://" + HOST + ":" + ports.managementOf(service);
  }

  public String kafkaBootstrap() {
    return HOST + ":" + ports.of(Component.KAFKA);
  }

  /** As the services take it: no password in it. */
  public String databaseUrl() {
    return jdbcUrl().substring("jdbc:".length());
  }

  public String jdbcUrl() {
    return postgres().jdbcUrl(PostgresSettings.DATABASE);
  }

  /** As psql takes it: the superuser and the password in it. */
  public String psqlUrl() {
    return urlOf(PostgresSettings.SUPERUSER + ":" + superuserPassword());
  }

  /** For a command line, which everybody on the machine can read. */
  public String psqlUrlWithoutPassword() {
    return urlOf(PostgresSettings.SUPERUSER);
  }

  public String superuserPassword() {
    return postgres().superuserPassword();
  }

  private String urlOf(String user) {
    return databaseUrl().replace("//", "//" + user + "@");
  }

  public LedgerDatabase database() {
    return new LedgerDatabase(postgres());
  }

  public String password(String role) {
    try {
      return secrets.password(role);
    } catch (IOException e) {
      throw new StackException("The password of " + role + " cannot be read.", e);
    }
  }

  /** Passwords and keys of this data directory. */
  public Secrets secrets() {
    return secrets;
  }

  /** The file with the public key that services check tokens with, as a URL. */
  public String publicKeyUrl() {
    return keys().publicKeyFile().toUri().toString();
  }

  public String token(
      String userId, Map<String, String> orgRoles, Collection<String> groups, Duration lifetime) {
    return new TokenSigner(keys().privateKey()).sign(userId, orgRoles, groups, lifetime);
  }

  PostgresSettings postgres() {
    Map<String, String> passwords = new TreeMap<>();
    for (Component service : Component.services()) {
      passwords.put(service.databaseRole(), password(service.databaseRole()));
    }
    return new PostgresSettings(
        data.postgres(),
        ports.of(Component.POSTGRES),
        DURABLE,
        password(PostgresSettings.SUPERUSER),
        passwords);
  }

  KafkaSettings kafka(int partitions) {
    return new KafkaSettings(data.kafka(), ports.of(Component.KAFKA), partitions);
  }

  private SigningKeys keys() {
    try {
      return secrets.signingKeys();
    } catch (IOException | GeneralSecurityException e) {
      throw new StackException("The signing keys in " + data.secrets() + " cannot be read.", e);
    }
  }
}
