package io.tokenledger.service.health;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while PostgreSQL answers in time; nobody who is idle would notice otherwise. */
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
