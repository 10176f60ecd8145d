package io.tokenledger.gateway;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.tokenledger.gateway.pump.OpenCalls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Ends the gateway without breaking calls off: it is not ready any more and serves on, until nobody
 * sends it calls; then it refuses new ones, and waits for those that run, also for those whose
 * client has left. What has not ended in time is ended, and accounted for.
 *
 * <p>All of it happens before the server is closed, in the thread that ends the process.
 */
@Readiness
@Default
@ApplicationScoped
class Shutdown implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(Shutdown.class);
  private static final Duration LAST_MOMENT = Duration.ofSeconds(5);
  private static final long LOOK_MILLIS = 20;

  private final OpenCalls open;
  private final RunningCalls running;
  private final CallConfig config;
  private volatile boolean begun;
  private volatile boolean refusing;

  Shutdown(OpenCalls open, RunningCalls running, CallConfig config) {
    this.open = open;
    this.running = running;
    this.config = config;
  }

  /** Whether new calls are refused. */
  boolean refuses() {
    return refusing;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("gateway-stopping").status(!begun).build();
  }

  void stop(@Observes ShutdownDelayInitiatedEvent event) throws InterruptedException {
    begun = true;
    Thread.sleep(config.shutdownDelay().toMillis());
    refusing = true;
    LOG.infof("No calls are taken any more; %d run", open.count());
    if (!waitFor(() -> open.count() == 0, config.shutdownTimeout())) {
      LOG.warnf("%d calls run for too long, and are ended", open.count());
      running.stopAll();
      waitFor(() -> open.count() == 0, LAST_MOMENT);
    }
  }

  private static boolean waitFor(BooleanSupplier done, Duration atMost)
      throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    while (!done.getAsBoolean() && System.nanoTime() - until < 0) {
      Thread.sleep(LOOK_MILLIS);
    }
    return done.getAsBoolean();
  }
}
