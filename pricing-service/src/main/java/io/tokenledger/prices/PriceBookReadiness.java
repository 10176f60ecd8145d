package io.tokenledger.prices;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the book is loaded: before, every model would look unpriced. */
@Readiness
@ApplicationScoped
class PriceBookReadiness implements HealthCheck {

  private final CurrentPriceBook current;

  PriceBookReadiness(CurrentPriceBook current) {
    this.current = current;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("price-book")
        .status(current.isLoaded())
        .withData("version", current.get().version())
        .build();
  }
}
