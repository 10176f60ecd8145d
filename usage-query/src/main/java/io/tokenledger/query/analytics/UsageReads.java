package io.tokenledger.query.analytics;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.RowLimit;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.postgres.Statement;
import io.tokenledger.query.sums.Columns;
import io.tokenledger.query.sums.DailyUsage;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.Dimension;
import io.tokenledger.query.sums.SpanSums;
import io.tokenledger.query.sums.SumsColumns;
import io.tokenledger.query.sums.SumsRows;
import io.tokenledger.query.sums.SumsStatement;
import io.tokenledger.query.sums.UsageQuery;
import io.tokenledger.query.sums.UsageSource;
import io.tokenledger.query.sums.UsageSums;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads sums over the usage of one org, exact for the days of every time zone. */
@ApplicationScoped
public class UsageReads {

  private static final RowLimit USAGE =
      new RowLimit(
          20_000,
          "Parameter 'from' must be later, or one provider, modelName or feature be given: at most"
              + " 20,000 rows are answered. An export in FOCUS has all of them.");

  private static final RowLimit SPANS =
      new RowLimit(TimelineQuery.MAX_POINTS_OF_ALL, TimelineQuery.TOO_MANY_SERIES);

  private final ScopedReads reads;

  UsageReads(ScopedReads reads) {
    this.reads = reads;
  }

  /** Ordered by date, provider, model and feature; a day without usage has no row. */
  public Uni<List<DailyUsage>> usageByDay(AccessScope scope, UsageQuery query) {
    DateRange range = query.range();
    return reads
        .runUpTo(scope, USAGE.oneMore(), most -> byDay(scope, query, most))
        .map(
            answers ->
                USAGE.of(
                    answers.get(0), row -> SumsRows.toDailyUsage(scope.soleOrg(), range, row)));
  }

  private static List<ScopedReads.Read> byDay(AccessScope scope, UsageQuery query, int most) {
    UsageSource source = UsageSource.BY_ORG.withoutLatency();
    return List.of(
        new SumsStatement(source, scope, query.range().dayBounds(), query.filter())
            .bySpan(most, "provider", "model_name", "feature"));
  }

  /** By cost, the highest first, then by user id. */
  public Uni<List<TopUser>> topUsers(AccessScope scope, TopUsersQuery query) {
    return reads
        .run(scope, TopUsersSql.read(scope, query))
        .map(answers -> Rows.all(answers.get(0), UsageReads::topUser));
  }

  /**
   * The spans with usage, in no order.
   *
   * @param bounds of the spans of {@code query}, one more than there are spans
   */
  public Uni<List<SpanSums>> bySpan(AccessScope scope, TimelineQuery query, List<Instant> bounds) {
    Optional<String> column = query.groupBy().map(Columns::of);
    return reads
        .runUpTo(
            scope,
            SPANS.oneMore(),
            most -> bySpan(scope, query, bounds, most),
            answers -> points(answers.get(0), column, bounds.size() - 1))
        .map(answers -> SPANS.of(answers.get(0), row -> SumsRows.toSpan(row, column)));
  }

  private static List<ScopedReads.Read> bySpan(
      AccessScope scope, TimelineQuery query, List<Instant> bounds, int most) {
    return List.of(
        new SumsStatement(UsageSource.BY_ORG, scope, bounds, query.filter())
            .bySpan(most, query.groupBy().stream().map(Columns::of).toArray(String[]::new)));
  }

  /** Each series has one for each span, whatever was used. */
  private static long points(RowSet<Row> used, Optional<String> column, int spans) {
    long series =
        column
            .map(of -> Rows.stream(used).map(row -> row.getString(of)).distinct().count())
            .orElse(1L);
    return series * spans;
  }

  public Uni<Breakdown> breakdown(AccessScope scope, BreakdownQuery query) {
    String column = Columns.of(query.by());
    IntFunction<ScopedReads.Read> groups =
        most -> groups(scope, query).ranked(most, List.of(List.of(column)));
    if (sourceOf(query.by()).equals(UsageSource.BY_ORG)) {
      return reads
          .runUpTo(scope, query.limit(), most -> List.of(groups.apply(most)))
          .map(answers -> breakdown(SumsRows.totalOf(answers.get(0)), answers.get(0), column));
    }
    return reads
        .runUpTo(scope, query.limit(), most -> List.of(groups.apply(most), total(scope, query)))
        .map(answers -> breakdown(SumsRows.sumsOfOneSpan(answers.get(1)), answers.get(0), column));
  }

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

  private static TopUser topUser(Row row) {
    return new TopUser(
        row.getString("user_id"),
        Optional.ofNullable(row.getString("known_id"))
            .map(id -> new TopUser.Profile(id, row.getString("name"), row.getString("email"))),
        SumsColumns.toSums(row));
  }
}
