package io.tokenledger.query.export;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.tokenledger.query.postgres.QueryConfig;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** Exports at the pace of their clients, within the time and the slots that there are for them. */
@ApplicationScoped
class PacedReads {

  private final ExportSlots slots;
  private final QueryConfig config;
  private final Vertx vertx;

  PacedReads(ExportSlots slots, QueryConfig config, Vertx vertx) {
    this.slots = slots;
    this.config = config;
    this.vertx = vertx;
  }

  /**
   * A page is read when it is asked for, so that between two of them nothing is held: no rows, no
   * connection, no snapshot.
   *
   * @param pages the next page, and so on; asked for one after the other
   */
  <T> Multi<List<T>> of(String orgId, Supplier<Uni<ExportPage<T>>> pages) {
    return Multi.createFrom()
        .emitter(client -> begin(orgId, client, pages), BackPressureStrategy.ERROR);
  }

  private <T> void begin(
      String orgId, MultiEmitter<? super List<T>> client, Supplier<Uni<ExportPage<T>>> pages) {
    slots.take(orgId);
    PacedExport<T> export =
        new PacedExport<>(client, pages, config.exportPatience(), config.exportLongest());
    long watch = vertx.setPeriodic(PacedExport.WATCHED_EVERY.toMillis(), id -> export.watch());
    client.onTermination(
        () -> {
          if (vertx.cancelTimer(watch)) {
            slots.free(orgId);
          }
        });
    client.onRequest(more -> export.goOn());
    export.goOn();
  }
}
