package io.tokenledger.query.analytics;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.postgres.Statement;
import io.tokenledger.query.sums.BucketQuery;
import io.tokenledger.query.sums.BucketSql;
import io.tokenledger.query.sums.BucketSums;
import io.tokenledger.query.sums.Columns;
import io.tokenledger.query.sums.Dimension;
import io.tokenledger.query.sums.SpanSums;
import io.tokenledger.query.sums.SumsRows;
import io.tokenledger.query.sums.SumsStatement;
import io.tokenledger.query.sums.UsageSource;
import io.tokenledger.query.sums.UsageSums;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads sums from the rollups. */
@ApplicationScoped
class PostgresUsageTotals implements UsageTotals {

  private final ScopedReads reads;

  PostgresUsageTotals(ScopedReads reads) {
    this.reads = reads;
  }

  @Override
  public Uni<List<SpanSums>> bySpan(AccessScope scope, TimelineQuery query, List<Instant> bounds) {
    Optional<String> column = query.groupBy().map(Columns::of);
    ScopedReads.Read read =
        new SumsStatement(UsageSource.BY_ORG, scope, bounds, query.filter())
            .bySpan(column.stream().toArray(String[]::new));
    return reads.run(scope, read).map(answers -> SumsRows.spansOf(answers.get(0), column));
  }

  @Override
  public Uni<List<BucketSums>> byBucket(AccessScope scope, BucketQuery query) {
    return reads
        .run(scope, BucketSql.read(scope, query))
        .map(answers -> SumsRows.listOf(answers.get(0), row -> BucketSql.toSums(query, row)));
  }

  @Override
  public Uni<Breakdown> breakdown(AccessScope scope, BreakdownQuery query) {
    String column = Columns.of(query.by());
    ScopedReads.Read groups = groups(scope, query).ranked(query.limit(), List.of(List.of(column)));
    if (sourceOf(query.by()).equals(UsageSource.BY_ORG)) {
      return reads
          .run(scope, groups)
          .map(answers -> breakdown(SumsRows.totalOf(answers.get(0)), answers.get(0), column));
    }
    return reads
        .run(scope, groups, total(scope, query))
        .map(answers -> breakdown(SumsRows.sumsOfOneSpan(answers.get(1)), answers.get(0), column));
  }

  @Override
  public Uni<Summary> summary(AccessScope scope, SummaryQuery query) {
    return reads.run(scope, SummarySql.reads(scope, query)).map(SummarySql::toSummary);
  }

  private static Breakdown breakdown(UsageSums total, RowSet<Row> groups, String column) {
    return new Breakdown(total, SumsRows.groupsOf(groups, column));
  }

  /** Users and tags have no histogram, and some events have neither: this has and counts all. */
  private static ScopedReads.Read total(AccessScope scope, BreakdownQuery query) {
    return new SumsStatement(UsageSource.BY_ORG, scope, query.range().bounds(), query.filter())
        .bySpan();
  }

  private static SumsStatement groups(AccessScope scope, BreakdownQuery query) {
    Statement statement = new Statement();
    String more = query.by() == Dimension.TAG ? statement.filter("tag_key", query.tagKey()) : "";
    return new SumsStatement(
        statement, sourceOf(query.by()), scope, query.range().bounds(), query.filter(), more);
  }

  private static UsageSource sourceOf(Dimension by) {
    return switch (by) {
      case USER -> UsageSource.BY_USER;
      case TAG -> UsageSource.BY_TAG;
      default -> UsageSource.BY_ORG;
    };
  }
}
