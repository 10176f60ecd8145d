package io.tokenledger.prices.costs;

import io.smallrye.mutiny.Uni;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import io.tokenledger.service.postgres.MissingObjects;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** By what usage-ingest offers in its schema {@code raw}. */
@ApplicationScoped
class PostgresRecordedCosts implements RecordedCosts {

  private static final String UNPRICED = "SELECT * FROM raw.unpriced_usage($1)";

  private static final String REQUEST =
      """
      SELECT raw.request_reprice($1, $2, $3, $4, $5, $6, $7, false, $8,
        (SELECT coalesce(max(book_version), 0) FROM pricing.price_version))""";

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

  @Override
  public Uni<List<UnpricedUsage>> unpriced(String orgId) {
    return query(UNPRICED, Tuple.of(orgId), RecordedCostRows::unpricedUsage);
  }

  @Override
  public Uni<RepriceRun> order(RepriceOrder order) {
    Tuple parameters =
        Tuple.tuple()
            .addValue(order.requestedBy())
            .addValue(order.reason())
            .addValue(order.orgId())
            .addValue(order.provider())
            .addValue(order.modelName())
            .addValue(order.from().orElse(null))
            .addValue(order.to().orElse(null))
            .addValue(order.dryRun());
    return query(REQUEST, parameters, row -> row.getUUID(0))
        .chain(ids -> run(ids.get(0)))
        .map(Optional::orElseThrow);
  }

  @Override
  public Uni<List<RepriceRun>> runs(String orgId, int limit) {
    return query(LATEST, Tuple.of(orgId, limit), RecordedCostRows::run);
  }

  @Override
  public Uni<Optional<RepriceRun>> run(UUID id) {
    return query(BY_ID, Tuple.of(id), RecordedCostRows::run).map(runs -> runs.stream().findFirst());
  }

  @Override
  public Uni<List<RepriceRun.Difference>> differences(UUID id, int limit) {
    return query(DIFFERENCES, Tuple.of(id, limit), RecordedCostRows::difference);
  }

  private <T> Uni<List<T>> query(String sql, Tuple parameters, Function<Row, T> fromRow) {
    return pool.preparedQuery(sql)
        .execute(parameters)
        .map(rows -> Rows.all(rows, fromRow))
        .onFailure(MissingObjects::isReasonOf)
        .transform(PostgresRecordedCosts::unavailable);
  }

  private static ApiException unavailable(Throwable failure) {
    String missing =
        String.valueOf(failure.getMessage()).contains("access")
            ? "The audit log is not there yet: usage-query makes it when it starts."
            : "Recorded events are not there yet: usage-ingest makes their tables when it starts.";
    return new ApiException(ProblemCode.UNAVAILABLE, missing);
  }
}
