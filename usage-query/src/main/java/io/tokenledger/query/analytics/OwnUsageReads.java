package io.tokenledger.query.analytics;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.RowLimit;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.SumsColumns;
import io.tokenledger.query.sums.UsageSource;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what a user used, in every org of theirs. */
@ApplicationScoped
public class OwnUsageReads {

  /** $1 orgs, $2 user, $3 first and $4 last UTC day, $5 rows. */
  private static final String OWN_BY_DAY =
      "SELECT org_id, usage_date, provider, model_name, "
          + UsageSource.BY_USER.sums()
          + """

          FROM rollup.org_user_daily_usage
          WHERE org_id = ANY ($1::text[]) AND user_id = $2 AND usage_date BETWEEN $3 AND $4
          GROUP BY org_id, usage_date, provider, model_name
          ORDER BY usage_date, org_id COLLATE "C", provider COLLATE "C", model_name COLLATE "C"
          LIMIT $5
          """;

  private static final RowLimit ROWS =
      new RowLimit(
          20_000,
          "Parameter 'from' must be later, or an orgId be given: at most 20,000 rows are answered.");

  private final ScopedReads reads;

  OwnUsageReads(ScopedReads reads) {
    this.reads = reads;
  }

  /**
   * What the user of the scope used, in each of its orgs, ordered by date, org, provider and model.
   *
   * @param range UTC days
   */
  public Uni<List<OwnUsage>> ownByDay(AccessScope scope, DateRange range) {
    return reads
        .runUpTo(scope, ROWS.oneMore(), most -> ofRows(scope, range, most))
        .map(answers -> ROWS.of(answers.get(0), OwnUsageReads::ownUsage));
  }

  /** Of few rows in however many orgs: there is an index by user. */
  public static List<ScopedReads.Read> ofRows(AccessScope scope, DateRange range, int most) {
    String[] orgs = scope.orgs().toArray(String[]::new);
    Tuple parameters = Tuple.of(orgs, scope.userId(), range.from(), range.to(), most);
    return List.of(new ScopedReads.Read(OWN_BY_DAY, parameters));
  }

  private static OwnUsage ownUsage(Row row) {
    return new OwnUsage(
        row.getString("org_id"),
        row.getLocalDate("usage_date"),
        row.getString("provider"),
        row.getString("model_name"),
        SumsColumns.toSums(row));
  }
}
