package io.tokenledger.query.export;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.log.LogPosition;
import io.tokenledger.query.log.LogSql;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.postgres.Statement;
import io.tokenledger.query.sums.DailyUsage;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.SumsStatement;
import io.tokenledger.query.sums.UsageQuery;
import io.tokenledger.query.sums.UsageSource;
import java.time.Instant;
import java.util.Optional;

/** The pages of an export: each begins behind the last row of the one before. */
public final class ExportSql {

  private ExportSql() {}

  /** The next events, oldest first, in the order of the index. */
  public static ScopedReads.Read events(
      AccessScope scope, UsageQuery query, Optional<LogPosition> after, int most) {
    Statement statement = new Statement();
    // The page begins where the last one ended: what lies before is not even planned.
    Instant start = after.map(LogPosition::occurredAt).orElse(query.range().start());
    String from = LogSql.from(statement, scope, query, start, query.range().end());
    String behind =
        after
            .map(
                last ->
                    " AND (occurred_at, event_key) > (%s, %s)"
                        .formatted(
                            statement.bindTime(last.occurredAt()),
                            statement.bind(last.eventKey(), "uuid")))
            .orElse("");
    return statement.read(
        "SELECT %s%s%s ORDER BY occurred_at, event_key LIMIT %s"
            .formatted(LogSql.COLUMNS, from, behind, statement.bind(most, "int")));
  }

  /**
   * The next sums of one day, by provider, model and feature.
   *
   * @param day of one day
   */
  static ScopedReads.Read sums(
      AccessScope scope, UsageQuery query, DateRange day, Optional<DailyUsage> after, int most) {
    Statement statement = new Statement();
    String behind =
        after
            .map(
                last ->
                    (" AND (provider COLLATE \"C\", model_name COLLATE \"C\", feature COLLATE \"C\")"
                            + " > (%s, %s, %s)")
                        .formatted(
                            statement.bind(last.provider(), "text"),
                            statement.bind(last.modelName(), "text"),
                            statement.bind(last.feature(), "text")))
            .orElse("");
    return new SumsStatement(
            statement,
            UsageSource.BY_ORG.withoutLatency(),
            scope,
            day.bounds(),
            query.filter(),
            behind)
        .bySpan(most, "provider", "model_name", "feature");
  }
}
