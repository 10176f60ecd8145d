package io.tokenledger.ingest.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tokenledger.ingest.PriceBooks;
import io.tokenledger.ingest.PublishedPositions;
import io.tokenledger.ingest.SourceEpochs;
import io.tokenledger.ingest.UsageIngestor;
import io.tokenledger.service.kafka.TopicLanes;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Starts and stops the lanes; ready while each of them works. */
@Readiness
@ApplicationScoped
class IngestLanes implements HealthCheck {

  private static final int AFTER_PARTITIONS = 10_000;

  private final IngestClients clients;
  private final IngestConfig config;
  private final UsageIngestor ingestor;
  private final PublishedPositions positions;
  private final SourceEpochs epochs;
  private final IngestMetrics metrics;
  private final OutcomeLog outcomeLog;
  private final PriceBooks priceBooks;
  private volatile TopicLanes lanes;

  IngestLanes(
      IngestClients clients,
      IngestConfig config,
      UsageIngestor ingestor,
      PublishedPositions positions,
      SourceEpochs epochs,
      IngestMetrics metrics,
      OutcomeLog outcomeLog,
      PriceBooks priceBooks) {
    this.clients = clients;
    this.config = config;
    this.ingestor = ingestor;
    this.positions = positions;
    this.epochs = epochs;
    this.metrics = metrics;
    this.outcomeLog = outcomeLog;
    this.priceBooks = priceBooks;
  }

  void start(@Observes @Priority(AFTER_PARTITIONS) StartupEvent start) {
    lanes = TopicLanes.start("ingest", config.lanes(), clients.usageEvents(), this::open);
  }

  private IngestBatches open(int lane) {
    priceBooks.requireKnown();
    return new IngestBatches(clients, lane, ingestor, positions, epochs, metrics, outcomeLog);
  }

  void stop(@Observes ShutdownEvent stop) {
    lanes.close();
  }

  @Override
  public HealthCheckResponse call() {
    return lanes.readiness();
  }
}
