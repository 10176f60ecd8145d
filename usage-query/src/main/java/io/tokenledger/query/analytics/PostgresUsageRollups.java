package io.tokenledger.query.analytics;

import static io.tokenledger.query.sums.SumsColumns.toSums;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.sums.DailyUsage;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.SumsColumns;
import io.tokenledger.query.sums.SumsRows;
import io.tokenledger.query.sums.SumsStatement;
import io.tokenledger.query.sums.UsageQuery;
import io.tokenledger.query.sums.UsageSource;
import io.tokenledger.query.sums.UsageSums;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads the rollups by day. */
@ApplicationScoped
class PostgresUsageRollups implements UsageRollups {

  /** $1 orgs, $2 user, $3 first and $4 last UTC day. */
  private static final String OWN_BY_DAY =
      "SELECT org_id, usage_date, provider, model_name, "
          + UsageSource.BY_USER.sums()
          + """

          FROM rollup.org_user_daily_usage
          WHERE org_id = ANY ($1::text[]) AND user_id = $2 AND usage_date BETWEEN $3 AND $4
          GROUP BY org_id, usage_date, provider, model_name
          ORDER BY usage_date, org_id COLLATE "C", provider COLLATE "C", model_name COLLATE "C"
          """;

  /** $1 first and $2 last UTC day. */
  private static final String OF_EVERY_ORG =
      "SELECT "
          + SumsColumns.OF_ROLLUP
          + ", "
          + SumsColumns.NO_HISTOGRAM
          + " FROM rollup.ledger_totals($1, $2)";

  private final ScopedReads reads;

  PostgresUsageRollups(ScopedReads reads) {
    this.reads = reads;
  }

  @Override
  public Uni<List<DailyUsage>> usageByDay(AccessScope scope, UsageQuery query) {
    DateRange range = query.range();
    ScopedReads.Read read =
        new SumsStatement(
                UsageSource.BY_ORG.withoutLatency(), scope, range.dayBounds(), query.filter())
            .bySpan("provider", "model_name", "feature");
    return reads
        .run(scope, read)
        .map(
            answers ->
                SumsRows.listOf(answers.get(0), row -> dailyUsage(scope.soleOrg(), range, row)));
  }

  @Override
  public Uni<List<TopUser>> topUsers(AccessScope scope, TopUsersQuery query) {
    return reads
        .run(scope, TopUsersSql.read(scope, query))
        .map(answers -> SumsRows.listOf(answers.get(0), PostgresUsageRollups::topUser));
  }

  @Override
  public Uni<List<OwnUsage>> ownByDay(AccessScope scope, DateRange range) {
    Tuple parameters =
        Tuple.of(scope.orgs().toArray(String[]::new), scope.userId(), range.from(), range.to());
    return reads
        .run(scope, new ScopedReads.Read(OWN_BY_DAY, parameters))
        .map(answers -> SumsRows.listOf(answers.get(0), PostgresUsageRollups::ownUsage));
  }

  @Override
  public Uni<UsageSums> ofEveryOrg(AccessScope scope, DateRange range) {
    if (!scope.everyOrg()) {
      throw new IllegalStateException("This read is of every org");
    }
    Tuple days = Tuple.of(range.from(), range.to());
    return reads
        .runUnscoped(new ScopedReads.Read(OF_EVERY_ORG, days))
        .map(rows -> toSums(rows.iterator().next()));
  }

  private static DailyUsage dailyUsage(String orgId, DateRange range, Row row) {
    return new DailyUsage(
        orgId,
        range.from().plusDays(row.getInteger("span")),
        row.getString("provider"),
        row.getString("model_name"),
        row.getString("feature"),
        toSums(row));
  }

  private static TopUser topUser(Row row) {
    return new TopUser(
        row.getString("user_id"),
        Optional.ofNullable(row.getString("known_id"))
            .map(id -> new TopUser.Profile(id, row.getString("name"), row.getString("email"))),
        toSums(row));
  }

  private static OwnUsage ownUsage(Row row) {
    return new OwnUsage(
        row.getString("org_id"),
        row.getLocalDate("usage_date"),
        row.getString("provider"),
        row.getString("model_name"),
        toSums(row));
  }
}
