package io.tokenledger.query.export;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.sums.DailyUsage;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.SumsRows;
import io.tokenledger.query.sums.UsageQuery;
import io.tokenledger.service.postgres.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The sums of one day after the other, and of a day that has many in pages. */
final class DailyPages implements Supplier<Uni<ExportPage<DailyUsage>>> {

  private static final int MOST = 1_000;

  private final ScopedReads reads;
  private final AccessScope scope;
  private final UsageQuery query;
  private LocalDate day;
  private Optional<DailyUsage> after = Optional.empty();

  DailyPages(ScopedReads reads, AccessScope scope, UsageQuery query) {
    this.reads = reads;
    this.scope = scope;
    this.query = query;
    this.day = query.range().from();
  }

  /** Days without usage are passed over: their pages would be empty. */
  @Override
  public Uni<ExportPage<DailyUsage>> get() {
    return page().chain(page -> page.rows().isEmpty() && !page.last() ? get() : keep(page));
  }

  private Uni<ExportPage<DailyUsage>> page() {
    DateRange one = new DateRange(day, day, query.range().zone());
    return reads
        .page(scope, ExportSql.sums(scope, query, one, after, MOST))
        .map(
            rows ->
                toPage(Rows.all(rows, row -> SumsRows.toDailyUsage(scope.soleOrg(), one, row))));
  }

  private ExportPage<DailyUsage> toPage(List<DailyUsage> rows) {
    boolean more = rows.size() == MOST;
    after = more ? Optional.of(rows.get(MOST - 1)) : Optional.empty();
    day = more ? day : day.plusDays(1);
    return new ExportPage<>(rows, day.isAfter(query.range().to()));
  }

  private static Uni<ExportPage<DailyUsage>> keep(ExportPage<DailyUsage> page) {
    return Uni.createFrom().item(page);
  }
}
