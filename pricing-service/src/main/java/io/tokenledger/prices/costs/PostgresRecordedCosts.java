package io.tokenledger.prices.costs;

import io.smallrye.mutiny.Uni;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import io.tokenledger.service.postgres.MissingObjects;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The costs of recorded events. usage-ingest owns them; it lists in its schema {@code raw} what has
 * no price, and takes orders there to compute others again.
 */
@ApplicationScoped
class PostgresRecordedCosts {

  private static final String UNPRICED = "SELECT * FROM raw.most_used_unpriced($1, $2)";

  /** PostgreSQL's object_in_use, by which {@code raw.request_reprice} refuses a second run. */
  private static final String RUN_UNDER_WAY = "55006";

  private static final String REQUEST =
      """
      SELECT raw.request_reprice($1, $2, $3, $4, $5, $6, $7, false, $8,
        (SELECT coalesce(max(book_version), 0) FROM pricing.price_version))\
      """;

  private static final String LATEST =
      "SELECT * FROM raw.repricing WHERE $1 = '' OR org_id = $1"
          + " ORDER BY requested_at DESC, id LIMIT $2";

  private static final String BY_ID = "SELECT * FROM raw.repricing WHERE id = $1";

  private static final String DIFFERENCES =
      "SELECT * FROM raw.repricing_difference WHERE run_id = $1"
          + " ORDER BY usage_date, org_id LIMIT $2";

  private final Pool pool;

  PostgresRecordedCosts(Pool pool) {
    this.pool = pool;
  }

  /**
   * @param orgId empty for all
   * @param withOrgs whether it is told who used it
   * @return what each org used of a model, the most used first, at most {@code limit}
   */
  Uni<List<UnpricedView>> unpriced(String orgId, boolean withOrgs, int limit) {
    return query(
        UNPRICED, Tuple.of(orgId, limit), row -> RecordedCostRows.unpricedUsage(row, withOrgs));
  }

  /**
   * Ordered, not done: with prices at least as new as those recorded when this was called. Fails
   * with a conflict while another run of the org is under way.
   */
  Uni<RepriceRunView> order(RepriceRequest order, String userId) {
    Tuple parameters =
        Tuple.tuple()
            .addValue(userId)
            .addValue(order.reason())
            .addValue(order.orgId())
            .addValue(order.provider())
            .addValue(order.modelName())
            .addValue(order.from().orElse(null))
            .addValue(order.to().orElse(null))
            .addValue(order.dryRun());
    return query(REQUEST, parameters, row -> row.getUUID(0))
        .onFailure(PostgresRecordedCosts::isRunUnderWay)
        .transform(PostgresRecordedCosts::underWay)
        .chain(ids -> run(ids.get(0)))
        .map(Optional::orElseThrow);
  }

  /**
   * @param orgId whose own runs; empty for all runs
   * @return the last ones first
   */
  Uni<List<RepriceRunView>> runs(String orgId, int limit) {
    return query(LATEST, Tuple.of(orgId, limit), RecordedCostRows::run);
  }

  Uni<Optional<RepriceRunView>> run(UUID id) {
    return query(BY_ID, Tuple.of(id), RecordedCostRows::run).map(runs -> runs.stream().findFirst());
  }

  /** By day and org, at most {@code limit}. */
  Uni<List<RepriceRunView.Difference>> differences(UUID id, int limit) {
    return query(DIFFERENCES, Tuple.of(id, limit), RecordedCostRows::difference);
  }

  private <T> Uni<List<T>> query(String sql, Tuple parameters, Function<Row, T> fromRow) {
    return pool.preparedQuery(sql)
        .execute(parameters)
        .map(rows -> Rows.all(rows, fromRow))
        .onFailure(MissingObjects::isReasonOf)
        .transform(PostgresRecordedCosts::unavailable);
  }

  private static boolean isRunUnderWay(Throwable failure) {
    return failure instanceof PgException refused && RUN_UNDER_WAY.equals(refused.getSqlState());
  }

  private static ApiException underWay(Throwable failure) {
    return new ApiException(
        ProblemCode.CONFLICT,
        "The org's run %s is under way; order the next one when it is finished."
            .formatted(((PgException) failure).getDetail()));
  }

  private static ApiException unavailable(Throwable failure) {
    String missing =
        String.valueOf(failure.getMessage()).contains("access")
            ? "The audit log is not there yet: usage-query makes it when it starts."
            : "Recorded events are not there yet: usage-ingest makes their tables when it starts.";
    return new ApiException(ProblemCode.UNAVAILABLE, missing);
  }
}
