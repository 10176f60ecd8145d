package io.tokenledger.local;

import io.tokenledger.local.identity.SigningKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The environment variables that configure a service; docs/configuration.md describes them. */
final class ServiceEnvironment {

  private static final String PRICES_READ = "prices:read";

  /** Longer than any local stack runs without a restart. */
  private static final Duration SERVICE_TOKEN_LIFETIME = Duration.ofDays(3650);

  private final StackOptions options;
  private final LedgerAccess access;

  ServiceEnvironment(StackOptions options, LedgerAccess access) {
    this.options = options;
    this.access = access;
  }

  Map<String, String> of(Component service) {
    Map<String, String> values = new TreeMap<>();
    // Everybody knows the demo users' password: no variable of the caller's may open it to others.
    for (String host :
        List.of("TOKENLEDGER_HTTP_HOST", "QUARKUS_HTTP_HOST", "QUARKUS_MANAGEMENT_HOST")) {
      values.put(host, "127.0.0.1");
    }
    values.put("TOKENLEDGER_HTTP_PORT", Integer.toString(options.ports().of(service)));
    values.put(
        "TOKENLEDGER_MANAGEMENT_PORT", Integer.toString(options.ports().managementOf(service)));
    values.put("TOKENLEDGER_DATABASE_URL", access.databaseUrl());
    values.put("TOKENLEDGER_DATABASE_PASSWORD", access.password(service.databaseRole()));
    values.put("KAFKA_BOOTSTRAP_SERVERS", access.kafkaBootstrap());
    values.put("TOKENLEDGER_JWT_PUBLIC_KEY", access.publicKeyUrl());
    values.put("TOKENLEDGER_LOG_JSON", "false");
    values.put("TOKENLEDGER_MODE", "development");
    // glibc would keep an arena of freed memory for every thread.
    values.put("MALLOC_ARENA_MAX", "2");
    // There is one of each: a restart takes up the work of its predecessor at once.
    values.put("TOKENLEDGER_INGEST_INSTANCE_ID", "local");
    values.put("TOKENLEDGER_AGGREGATOR_INSTANCE_ID", "local");
    if (service == Component.USAGE_INGEST || service == Component.CHAT_GATEWAY) {
      values.put("TOKENLEDGER_PRICING_URL", access.url(Component.PRICING_SERVICE));
      values.put("TOKENLEDGER_PRICING_TOKEN", pricingToken(service));
    }
    if (service == Component.USAGE_INGEST) {
      values.put(
          "TOKENLEDGER_INGEST_INTAKE_JOURNAL_DIRECTORY", options.data().intakeJournal().toString());
    }
    if (service == Component.CHAT_GATEWAY) {
      values.putAll(gateway());
    }
    if (service == Component.USAGE_QUERY) {
      values.putAll(dashboard());
    } else {
      values.putAll(allowDashboard());
    }
    if (service == Component.USAGE_QUERY && Files.exists(options.data().signInUsers())) {
      values.putAll(signIn());
    }
    values.putAll(options.environment());
    return values;
  }

  /**
   * There is an upstream to try it with, which needs no key of a provider; and whoever stops the
   * stack does not wait for streams.
   */
  private Map<String, String> gateway() {
    return Map.of(
        "TOKENLEDGER_GATEWAY_JOURNAL_DIRECTORY",
        options.data().gatewayJournal().toString(),
        "TOKENLEDGER_GATEWAY_ECHO_ENABLED",
        "true",
        "TOKENLEDGER_GATEWAY_SHUTDOWN_DELAY",
        "0s",
        "TOKENLEDGER_GATEWAY_SHUTDOWN_TIMEOUT",
        "3s");
  }

  /** Where the page, which comes from usage-query, finds the other services. */
  private Map<String, String> dashboard() {
    return Map.of(
        "TOKENLEDGER_DASHBOARD_SERVICES_PRICING",
        access.url(Component.PRICING_SERVICE),
        "TOKENLEDGER_DASHBOARD_SERVICES_INGEST",
        access.url(Component.USAGE_INGEST),
        "TOKENLEDGER_DASHBOARD_SERVICES_AGGREGATOR",
        access.url(Component.USAGE_AGGREGATOR),
        "TOKENLEDGER_DASHBOARD_SERVICES_GATEWAY",
        access.url(Component.CHAT_GATEWAY));
  }

  /** Lets the page ask from its own origin, by either name of this machine; it sends no cookies. */
  private Map<String, String> allowDashboard() {
    int port = options.ports().of(Component.USAGE_QUERY);
    return Map.of(
        "QUARKUS_HTTP_CORS_ENABLED",
        "true",
        "QUARKUS_HTTP_CORS_ORIGINS",
        "http://127.0.0.1:" + port + ",http://localhost:" + port,
        "QUARKUS_HTTP_CORS_ACCESS_CONTROL_ALLOW_CREDENTIALS",
        "false");
  }

  /** The key is there, as its public half was asked for before. */
  private Map<String, String> signIn() {
    Path key = SigningKeys.privateKeyFile(options.data().secrets());
    return Map.of(
        "TOKENLEDGER_SIGN_IN_ENABLED",
        "true",
        "TOKENLEDGER_SIGN_IN_USERS_FILE",
        options.data().signInUsers().toAbsolutePath().toString(),
        "TOKENLEDGER_SIGN_IN_PRIVATE_KEY_FILE",
        key.toAbsolutePath().toString());
  }

  private String pricingToken(Component service) {
    return access.token(service.label(), Map.of(), Set.of(PRICES_READ), SERVICE_TOKEN_LIFETIME);
  }
}
