package io.tokenledger.ingest.postgres;

import io.tokenledger.service.health.DependencyProbe;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while PostgreSQL answers; a quiet lane would not notice. */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements HealthCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final DependencyProbe probe;

  DatabaseReadiness(Pool pool) {
    this.probe = new DependencyProbe(() -> pool.query("SELECT 1").execute(), PATIENCE);
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(probe.answers()).build();
  }
}
