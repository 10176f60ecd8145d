package io.tokenledger.query.export;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.log.LogLine;
import io.tokenledger.query.log.LogPosition;
import io.tokenledger.query.log.LogRows;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.sums.DailyUsage;
import io.tokenledger.query.sums.UsageQuery;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the usage of one org, any amount of it, page by page, each in a transaction of its own. */
@ApplicationScoped
class ExportReads {

  private static final int EVENTS = 500;

  private final ScopedReads reads;
  private final PacedReads streams;

  ExportReads(ScopedReads reads, PacedReads streams) {
    this.reads = reads;
    this.streams = streams;
  }

  /**
   * Oldest first, each once. What arrives meanwhile is there when its time lies ahead of the page
   * that is read next.
   */
  Multi<List<LogLine>> events(AccessScope scope, UsageQuery query) {
    return Multi.createFrom().deferred(() -> streams.of(scope.soleOrg(), new Events(scope, query)));
  }

  /** By date, provider, model and feature; each day as it is when it is read. */
  Multi<List<DailyUsage>> days(AccessScope scope, UsageQuery query) {
    return Multi.createFrom()
        .deferred(() -> streams.of(scope.soleOrg(), new DailyPages(reads, scope, query)));
  }

  /** Where one export has got to. */
  private final class Events implements Supplier<Uni<ExportPage<LogLine>>> {

    private final AccessScope scope;
    private final UsageQuery query;
    private Optional<LogPosition> after = Optional.empty();

    Events(AccessScope scope, UsageQuery query) {
      this.scope = scope;
      this.query = query;
    }

    @Override
    public Uni<ExportPage<LogLine>> get() {
      return reads
          .page(scope, ExportSql.events(scope, query, after, EVENTS))
          .map(rows -> toPage(Rows.all(rows, row -> row)));
    }

    private ExportPage<LogLine> toPage(List<Row> rows) {
      if (!rows.isEmpty()) {
        after = Optional.of(LogRows.toPosition(rows.get(rows.size() - 1)));
      }
      return new ExportPage<>(rows.stream().map(LogRows::toLine).toList(), rows.size() < EVENTS);
    }
  }
}
