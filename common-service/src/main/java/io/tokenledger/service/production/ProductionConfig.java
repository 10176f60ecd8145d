package io.tokenledger.service.production;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/**
 * What decides whether a service is safe to run. The variables behind it, and their defaults, are
 * in {@code microprofile-config.properties} and in docs/configuration.md.
 */
@ConfigMapping(prefix = "tokenledger.production")
public interface ProductionConfig {

  /** Where the service runs; in production, unsafe settings are refused. */
  enum Mode {
    PRODUCTION,
    DEVELOPMENT
  }

  /** {@code TOKENLEDGER_MODE}. */
  Mode mode();

  /** Whether this service talks to Kafka at all; the service itself says so. */
  boolean usesKafka();

  /** {@code TOKENLEDGER_KAFKA_ALLOW_PLAINTEXT}: for a Kafka that nobody else can listen to. */
  boolean allowPlaintextKafka();

  /** {@code TOKENLEDGER_DATABASE_ALLOW_PLAINTEXT}: the same for PostgreSQL. */
  boolean allowPlaintextDatabase();

  /** {@code TOKENLEDGER_DATABASE_SSL_MODE}. */
  String databaseSslMode();

  /** {@code TOKENLEDGER_JWT_PUBLIC_KEY}. */
  String jwtKeys();

  /** {@code TOKENLEDGER_DATABASE_PASSWORD}. */
  Optional<String> databasePassword();

  /** {@code TOKENLEDGER_PRICING_TOKEN}, with which usage-ingest asks pricing-service. */
  Optional<String> pricingToken();
}
