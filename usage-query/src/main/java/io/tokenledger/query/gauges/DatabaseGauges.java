package io.tokenledger.query.gauges;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the database itself does, as far as any role may ask: a dashboard needs no exporter beside
 * the ledger.
 */
@ApplicationScoped
class DatabaseGauges {

  private final GaugeReads reads;
  private final MeterRegistry meters;
  private final MultiGauge schemas;
  private final Map<String, Long> figures = new ConcurrentHashMap<>();

  DatabaseGauges(GaugeReads reads, MeterRegistry meters) {
    this.reads = reads;
    this.meters = meters;
    gauge("tokenledger.database.size.bytes", "Size of the database on disk", "size_bytes");
    gauge("tokenledger.database.connections", "Connections to the database", "connections");
    gauge(
        "tokenledger.database.max.connections",
        "Connections that the server takes",
        "max_connections");
    counter("transactions", "Transactions that ended", Tags.of("result", "commit"), "xact_commit");
    counter(
        "transactions", "Transactions that ended", Tags.of("result", "rollback"), "xact_rollback");
    counter("blocks", "Blocks read, by where from", Tags.of("source", "hit"), "blks_hit");
    counter("blocks", "Blocks read, by where from", Tags.of("source", "read"), "blks_read");
    counter("deadlocks", "Deadlocks that the server ended", Tags.empty(), "deadlocks");
    counter("temp.bytes", "Written to temporary files", Tags.empty(), "temp_bytes");
    this.schemas =
        MultiGauge.builder("tokenledger.schema.size.bytes")
            .description("Size of a schema's tables and indexes on disk")
            .register(meters);
  }

  Uni<Void> refresh() {
    return reads
        .database()
        .invoke(figures::putAll)
        .chain(reads::schemas)
        .invoke(this::showSchemas)
        .replaceWithVoid();
  }

  void forget() {
    figures.clear();
    schemas.register(List.of(), true);
  }

  private void showSchemas(Map<String, Long> bytes) {
    List<MultiGauge.Row<?>> sizes = new ArrayList<>();
    bytes.forEach((schema, size) -> sizes.add(MultiGauge.Row.of(Tags.of("schema", schema), size)));
    schemas.register(sizes, true);
  }

  private void gauge(String name, String help, String column) {
    Gauge.builder(name, () -> figures.get(column)).description(help).register(meters);
  }

  private void counter(String name, String help, Tags tags, String column) {
    FunctionCounter.builder(
            "tokenledger.database." + name, figures, now -> unlessUnknown(now.get(column)))
        .description(help)
        .tags(tags)
        .register(meters);
  }

  /** 0 would be taken for a restart of the server, and the next figure for what happened since. */
  private static double unlessUnknown(Long figure) {
    return figure == null ? Double.NaN : figure;
  }
}
