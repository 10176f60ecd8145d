package io.tokenledger.ingest.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tokenledger.ingest.PriceBooks;
import io.tokenledger.ingest.PublishedPositions;
import io.tokenledger.ingest.UsageIngestor;
import io.tokenledger.service.kafka.ConsumerLag;
import io.tokenledger.service.kafka.Lanes;
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
  private final IngestMetrics metrics;
  private final IngestJournal journal;
  private final PriceBooks priceBooks;
  private volatile Lanes lanes;
  private volatile ConsumerLag lag;

  IngestLanes(
      IngestClients clients,
      IngestConfig config,
      UsageIngestor ingestor,
      PublishedPositions positions,
      IngestMetrics metrics,
      IngestJournal journal,
      PriceBooks priceBooks) {
    this.clients = clients;
    this.config = config;
    this.ingestor = ingestor;
    this.positions = positions;
    this.metrics = metrics;
    this.journal = journal;
    this.priceBooks = priceBooks;
  }

  void start(@Observes @Priority(AFTER_PARTITIONS) StartupEvent start) {
    lag = clients.watchLag();
    lanes = Lanes.start("ingest-lane", config.lanes(), this::open);
  }

  private IngestLane open(int lane) {
    priceBooks.requireKnown();
    return new IngestLane(clients, lane, ingestor, positions, metrics, journal);
  }

  void stop(@Observes ShutdownEvent stop) {
    lanes.close();
    lag.close();
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("ingest-lanes").status(lanes.areWorking()).build();
  }
}
