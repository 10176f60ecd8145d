package io.tokenledger.query.analytics;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.sums.Columns;
import io.tokenledger.query.sums.Dimension;
import io.tokenledger.query.sums.Keyed;
import io.tokenledger.query.sums.SumsRows;
import io.tokenledger.query.sums.SumsStatement;
import io.tokenledger.query.sums.UsageSource;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The three reads of a summary, and what their rows say. */
final class SummarySql {

  private static final List<Dimension> DIMENSIONS =
      List.of(
          Dimension.PROVIDER,
          Dimension.MODEL_NAME,
          Dimension.FEATURE,
          Dimension.CATEGORY,
          Dimension.ACTIVITY);

  private SummarySql() {}

  static ScopedReads.Read[] reads(AccessScope scope, SummaryQuery query) {
    return new ScopedReads.Read[] {
      previous(scope, query), groups(scope, query), topTags(scope, query)
    };
  }

  static Summary toSummary(List<RowSet<Row>> answers) {
    return new Summary(
        SumsRows.totalOf(answers.get(1)),
        SumsRows.sumsOfOneSpan(answers.get(0)),
        groupsIn(answers.get(1)),
        SumsRows.groupsOf(answers.get(2), "tag_key", SummarySql::toTag));
  }

  private static ScopedReads.Read previous(AccessScope scope, SummaryQuery query) {
    List<Instant> bounds = query.range().previous().bounds();
    return new SumsStatement(UsageSource.BY_ORG, scope, bounds, query.filter()).bySpan();
  }

  private static ScopedReads.Read groups(AccessScope scope, SummaryQuery query) {
    List<List<String>> columns = DIMENSIONS.stream().map(by -> List.of(Columns.of(by))).toList();
    return new SumsStatement(UsageSource.BY_ORG, scope, query.range().bounds(), query.filter())
        .ranked(SummaryQuery.MAX_GROUPS, columns);
  }

  private static ScopedReads.Read topTags(AccessScope scope, SummaryQuery query) {
    return new SumsStatement(UsageSource.BY_TAG, scope, query.range().bounds(), query.filter())
        .ranked(SummaryQuery.TOP, List.of(List.of("tag_key", "tag_value")));
  }

  private static Summary.Tag toTag(Row row) {
    return new Summary.Tag(row.getString("tag_key"), row.getString("tag_value"));
  }

  private static Map<Dimension, List<Keyed<String>>> groupsIn(RowSet<Row> rows) {
    Map<Dimension, List<Keyed<String>>> groups = new EnumMap<>(Dimension.class);
    DIMENSIONS.forEach(by -> groups.put(by, SumsRows.groupsOf(rows, Columns.of(by))));
    groups.computeIfPresent(
        Dimension.ACTIVITY, (by, all) -> all.stream().limit(SummaryQuery.TOP).toList());
    return groups;
  }
}
