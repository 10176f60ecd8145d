package io.tokenledger.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.tokenledger.gateway.accounting.Ledger;
import io.tokenledger.gateway.metrics.GatewayMetrics;
import io.tokenledger.gateway.pump.OpenCalls;
import io.tokenledger.gateway.upstream.Upstreams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What is open and waiting just now. */
@ApplicationScoped
class GatewayGauges {

  private static final double MILLIS = 1e3;

  void onStart(
      @Observes StartupEvent start,
      MeterRegistry meters,
      OpenCalls calls,
      Ledger ledger,
      GatewayMetrics metrics,
      Upstreams upstreams) {
    upstreams.all().forEach(upstream -> metrics.knows(upstream.name()));
    Gauge.builder("tokenledger.gateway.open.calls", calls::count)
        .description("Calls that are open")
        .register(meters);
    Gauge.builder("tokenledger.gateway.drains", calls::draining)
        .description("Answers that are read on although their client has left")
        .register(meters);
    Gauge.builder("tokenledger.gateway.held.bytes", calls::heldBytes)
        .description("Bodies of requests in memory")
        .register(meters);
    Gauge.builder("tokenledger.gateway.journal.depth", ledger::depth)
        .description("Records of the journal that Kafka has not acknowledged")
        .register(meters);
    Gauge.builder("tokenledger.gateway.journal.age.seconds", () -> ledger.age().toMillis() / MILLIS)
        .description("Age of the oldest of them")
        .register(meters);
  }
}
