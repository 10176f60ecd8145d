package io.tokenledger.query.postgres;

import static io.tokenledger.query.postgres.RankedRows.groupsOf;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.AccessScope;
import io.tokenledger.query.Breakdown;
import io.tokenledger.query.BreakdownQuery;
import io.tokenledger.query.BucketQuery;
import io.tokenledger.query.BucketSums;
import io.tokenledger.query.DateRange;
import io.tokenledger.query.Dimension;
import io.tokenledger.query.SpanSums;
import io.tokenledger.query.Summary;
import io.tokenledger.query.SummaryQuery;
import io.tokenledger.query.TimelineQuery;
import io.tokenledger.query.UsageGroup;
import io.tokenledger.query.UsageSums;
import io.tokenledger.query.UsageTotals;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads sums from the rollups. */
@ApplicationScoped
class PostgresUsageTotals implements UsageTotals {

  private static final List<Dimension> SUMMARY_DIMENSIONS =
      List.of(
          Dimension.PROVIDER,
          Dimension.MODEL_NAME,
          Dimension.FEATURE,
          Dimension.CATEGORY,
          Dimension.ACTIVITY);

  private static final List<String> TAG = List.of("tag_key", "tag_value");

  private final ScopedReads reads;

  PostgresUsageTotals(ScopedReads reads) {
    this.reads = reads;
  }

  @Override
  public Uni<List<SpanSums>> bySpan(AccessScope scope, TimelineQuery query, List<Instant> bounds) {
    SumsStatement statement =
        new SumsStatement(UsageSource.BY_ORG, scope, bounds, query.filter());
    ScopedReads.Read read =
        query
            .groupBy()
            .map(by -> statement.bySpan(columnOf(by)))
            .orElseGet(statement::bySpan);
    return reads
        .run(scope, read)
        .map(answers -> spansIn(answers.get(0), query.groupBy().map(PostgresUsageTotals::columnOf)));
  }

  @Override
  public Uni<List<BucketSums>> byBucket(AccessScope scope, BucketQuery query) {
    return reads
        .run(scope, BucketSql.read(scope, query))
        .map(answers -> RankedRows.listOf(answers.get(0), row -> BucketSql.toSums(query, row)));
  }

  @Override
  public Uni<Breakdown> breakdown(AccessScope scope, BreakdownQuery query) {
    String column = columnOf(query.by());
    ScopedReads.Read groups = statementOf(scope, query).ranked(query.limit(), List.of(List.of(column)));
    ScopedReads.Read total =
        new SumsStatement(UsageSource.BY_ORG, scope, boundsOf(query.range()), query.filter())
            .bySpan();
    return reads
        .run(scope, groups, total)
        .map(
            answers ->
                new Breakdown(sumsOfSpan(answers.get(1), 0), groupsOf(answers.get(0), column)));
  }

  @Override
  public Uni<Summary> summary(AccessScope scope, SummaryQuery query) {
    return reads
        .run(scope, bothPeriods(scope, query), groups(scope, query), topTags(scope, query))
        .map(
            answers ->
                new Summary(
                    sumsOfSpan(answers.get(0), 1),
                    sumsOfSpan(answers.get(0), 0),
                    groupsIn(answers.get(1)),
                    RankedRows.tagsOf(answers.get(2))));
  }

  private static SumsStatement statementOf(AccessScope scope, BreakdownQuery query) {
    Statement statement = new Statement();
    String more =
        query.by() == Dimension.TAG ? statement.filter("tag_key", query.tagKey()) : "";
    return new SumsStatement(
        statement, sourceOf(query.by()), scope, boundsOf(query.range()), query.filter(), more);
  }

  private static UsageSource sourceOf(Dimension by) {
    return switch (by) {
      case USER -> UsageSource.BY_USER;
      case TAG -> UsageSource.BY_TAG;
      default -> UsageSource.BY_ORG;
    };
  }

  private static ScopedReads.Read bothPeriods(AccessScope scope, SummaryQuery query) {
    DateRange range = query.range();
    List<Instant> bounds = List.of(range.previous().start(), range.start(), range.end());
    return new SumsStatement(UsageSource.BY_ORG, scope, bounds, query.filter()).bySpan();
  }

  private static ScopedReads.Read groups(AccessScope scope, SummaryQuery query) {
    List<List<String>> columns =
        SUMMARY_DIMENSIONS.stream().map(by -> List.of(columnOf(by))).toList();
    return new SumsStatement(UsageSource.BY_ORG, scope, boundsOf(query.range()), query.filter())
        .ranked(SummaryQuery.MAX_GROUPS, columns);
  }

  private static ScopedReads.Read topTags(AccessScope scope, SummaryQuery query) {
    return new SumsStatement(UsageSource.BY_TAG, scope, boundsOf(query.range()), query.filter())
        .ranked(SummaryQuery.TOP, List.of(TAG));
  }

  private static Map<Dimension, List<UsageGroup>> groupsIn(RowSet<Row> rows) {
    Map<Dimension, List<UsageGroup>> groups = new EnumMap<>(Dimension.class);
    SUMMARY_DIMENSIONS.forEach(by -> groups.put(by, groupsOf(rows, columnOf(by))));
    groups.computeIfPresent(
        Dimension.ACTIVITY, (by, all) -> all.stream().limit(SummaryQuery.TOP).toList());
    return groups;
  }

  private static List<SpanSums> spansIn(RowSet<Row> rows, Optional<String> column) {
    return RankedRows.listOf(
        rows,
        row ->
            new SpanSums(
                row.getInteger("span"),
                column.map(row::getString).orElse(""),
                SumsColumns.toSums(row)));
  }

  private static UsageSums sumsOfSpan(RowSet<Row> rows, int span) {
    return spansIn(rows, Optional.empty()).stream()
        .filter(sums -> sums.span() == span)
        .map(SpanSums::sums)
        .findFirst()
        .orElse(UsageSums.NONE);
  }

  private static List<Instant> boundsOf(DateRange range) {
    return List.of(range.start(), range.end());
  }

  private static String columnOf(Dimension by) {
    return switch (by) {
      case PROVIDER -> "provider";
      case MODEL_NAME -> "model_name";
      case FEATURE -> "feature";
      case CATEGORY -> "category";
      case ACTIVITY -> "activity";
      case USER -> "user_id";
      case TAG -> "tag_value";
    };
  }
}
