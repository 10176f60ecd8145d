package io.tokenledger.service.production;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What decides whether a service is safe to run.
 *
 * @see ProductionCheck
 */
@Singleton
public class ProductionSettings {

  /** Where the service runs; in production, unsafe settings are refused. */
  public enum Mode {
    PRODUCTION,
    DEVELOPMENT
  }

  private final Mode mode;
  private final boolean usesKafka;
  private final boolean plaintextKafkaAllowed;
  private final boolean plaintextDatabaseAllowed;
  private final Optional<String> databasePassword;
  private final Optional<String> pricingToken;

  /**
   * @param usesKafka whether this service talks to Kafka at all
   * @param pricingToken with which usage-ingest asks pricing-service
   */
  public ProductionSettings(
      @ConfigProperty(name = "tokenledger.mode", defaultValue = "production") Mode mode,
      @ConfigProperty(name = "tokenledger.kafka.used", defaultValue = "true") boolean usesKafka,
      @ConfigProperty(name = "tokenledger.kafka.allow-plaintext", defaultValue = "false")
          boolean plaintextKafkaAllowed,
      @ConfigProperty(name = "tokenledger.database.allow-plaintext", defaultValue = "false")
          boolean plaintextDatabaseAllowed,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> databasePassword,
      @ConfigProperty(name = "tokenledger.pricing.token") Optional<String> pricingToken) {
    this.mode = mode;
    this.usesKafka = usesKafka;
    this.plaintextKafkaAllowed = plaintextKafkaAllowed;
    this.plaintextDatabaseAllowed = plaintextDatabaseAllowed;
    this.databasePassword = databasePassword;
    this.pricingToken = pricingToken;
  }

  /** Whether nothing unsafe may be. */
  public boolean isProduction() {
    return mode == Mode.PRODUCTION;
  }

  boolean usesKafka() {
    return usesKafka;
  }

  boolean plaintextKafkaAllowed() {
    return plaintextKafkaAllowed;
  }

  boolean plaintextDatabaseAllowed() {
    return plaintextDatabaseAllowed;
  }

  Optional<String> databasePassword() {
    return databasePassword;
  }

  Optional<String> pricingToken() {
    return pricingToken;
  }
}
