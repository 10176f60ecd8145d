package io.tokenledger.service.production;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.tokenledger.service.production.ProductionConfig.Mode;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Refuses to start a service in production with settings that are not safe there, all at once. */
class ProductionCheck {

  private static final Logger LOG = Logger.getLogger(ProductionCheck.class);
  private static final int BEFORE_EVERYTHING = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String SECURITY_PROTOCOL = "security.protocol";

  private final ProductionConfig config;
  private final Map<String, Object> kafka;
  private final Pool pool;

  ProductionCheck(
      ProductionConfig config,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      Pool pool) {
    this.config = config;
    this.kafka = kafka;
    this.pool = pool;
  }

  void onStart(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent start) {
    if (config.mode() == Mode.DEVELOPMENT) {
      return;
    }
    UnsafeSettings unsafe = new UnsafeSettings();
    unsafe.checkSecrets(secrets());
    if (config.usesKafka()) {
      Optional<String> protocol =
          Optional.ofNullable(kafka.get(SECURITY_PROTOCOL)).map(Object::toString);
      unsafe.checkKafka(protocol, config.allowPlaintextKafka());
    }
    unsafe.checkKeys(config.jwtKeys());
    unsafe.checkDatabase(
        DatabaseSafety.ask(pool).await().atMost(PATIENCE),
        config.databaseSslMode(),
        config.allowPlaintextDatabase());
    if (!unsafe.found().isEmpty()) {
      unsafe.found().forEach(LOG::error);
      throw new IllegalStateException(
          "Not safe for production: "
              + String.join(" ", unsafe.found())
              + " (TOKENLEDGER_MODE=development allows it where nothing is at stake.)");
    }
  }

  private Map<String, Optional<String>> secrets() {
    Map<String, Optional<String>> secrets = new LinkedHashMap<>();
    secrets.put("TOKENLEDGER_DATABASE_PASSWORD", config.databasePassword());
    secrets.put("TOKENLEDGER_PRICING_TOKEN", config.pricingToken());
    return secrets;
  }
}
