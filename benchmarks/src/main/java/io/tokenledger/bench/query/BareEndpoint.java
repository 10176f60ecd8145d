package io.tokenledger.bench.query;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;

/**
 * What the machine can do: the sums of {@code …/analytics/usage} by the same client and server
 * library, without tokens, roles, row-level security or a snapshot.
 */
public final class BareEndpoint {

  static final String PASSWORD_VARIABLE = "BENCH_DATABASE_PASSWORD";

  private static final int CONNECTIONS = 20;

  private static final String SQL =
      """
      SELECT org_id, usage_date::text, provider, model_name, feature,
        sum(request_count)::bigint AS request_count, sum(error_count)::bigint AS error_count,
        sum(input_tokens)::bigint AS input_tokens, sum(output_tokens)::bigint AS output_tokens,
        sum(cache_read_tokens)::bigint AS cache_read_tokens,
        sum(cache_write_tokens)::bigint AS cache_write_tokens,
        sum(reasoning_tokens)::bigint AS reasoning_tokens,
        sum(embedding_tokens)::bigint AS embedding_tokens,
        (sum(cost_nanos) / 1000)::bigint AS estimated_cost_micros,
        sum(unpriced_requests)::bigint AS unpriced_requests
      FROM rollup.org_daily_usage
      WHERE org_id = $1 AND usage_date >= $2 AND usage_date <= $3
      GROUP BY 1, 2, 3, 4, 5 ORDER BY 2, 3, 4, 5""";

  private BareEndpoint() {}

  /** Port, database URL, user; asked with {@code /ORG?FIRST_DAY,LAST_DAY}. */
  public static void main(String[] arguments) {
    Vertx vertx = Vertx.vertx();
    PgConnectOptions database =
        PgConnectOptions.fromUri(arguments[1])
            .setUser(arguments[2])
            .setPassword(System.getenv(PASSWORD_VARIABLE))
            .setCachePreparedStatements(true);
    Pool pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(CONNECTIONS))
            .connectingTo(database)
            .using(vertx)
            .build();
    vertx
        .createHttpServer()
        .requestHandler(request -> answer(pool, request))
        .listen(Integer.parseInt(arguments[0]), "127.0.0.1");
  }

  private static void answer(Pool pool, HttpServerRequest request) {
    String[] days = request.query().split(",");
    pool.preparedQuery(SQL)
        .execute(
            Tuple.of(
                request.path().substring(1), LocalDate.parse(days[0]), LocalDate.parse(days[1])))
        .onSuccess(
            rows ->
                request
                    .response()
                    .putHeader("Content-Type", "application/json")
                    .end(toJson(rows).toBuffer()))
        .onFailure(failure -> request.response().setStatusCode(500).end(failure.toString()));
  }

  private static JsonObject toJson(RowSet<Row> rows) {
    JsonArray usage = new JsonArray();
    rows.forEach(row -> usage.add(row.toJson()));
    return new JsonObject().put("usage", usage);
  }
}
