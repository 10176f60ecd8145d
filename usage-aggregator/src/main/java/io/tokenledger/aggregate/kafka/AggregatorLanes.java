package io.tokenledger.aggregate.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tokenledger.aggregate.RollupStore;
import io.tokenledger.aggregate.UsageAggregator;
import io.tokenledger.service.kafka.TopicLanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Starts and stops the lanes; ready while each of them works. */
@Readiness
@ApplicationScoped
class AggregatorLanes implements HealthCheck {

  private final AggregatorClients clients;
  private final AggregatorConfig config;
  private final UsageAggregator aggregator;
  private final RollupStore store;
  private final AggregatorMetrics metrics;
  private volatile TopicLanes lanes;

  AggregatorLanes(
      AggregatorClients clients,
      AggregatorConfig config,
      UsageAggregator aggregator,
      RollupStore store,
      AggregatorMetrics metrics) {
    this.clients = clients;
    this.config = config;
    this.aggregator = aggregator;
    this.store = store;
    this.metrics = metrics;
  }

  void start(@Observes StartupEvent start) {
    lanes =
        TopicLanes.start(
            "aggregator",
            config.lanes(),
            clients.usageRecorded(),
            lane -> new AggregatorBatches(clients, aggregator, store, metrics));
  }

  void stop(@Observes ShutdownEvent stop) {
    lanes.close();
  }

  @Override
  public HealthCheckResponse call() {
    return lanes.readiness();
  }
}
