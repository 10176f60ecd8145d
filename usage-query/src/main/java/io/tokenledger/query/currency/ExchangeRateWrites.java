package io.tokenledger.query.currency;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Changes the table of exchange rates, each change with its entry of the audit log. */
@ApplicationScoped
public class ExchangeRateWrites {

  /** $1 currencies, $2 days, $3 rates, $4 source. The same again changes nothing. */
  private static final String PUT =
      """
      INSERT INTO access.exchange_rate AS kept (currency, day, per_usd, source)
      SELECT currency, day, per_usd, $4
      FROM unnest($1::text[], $2::date[], $3::numeric[]) AS given (currency, day, per_usd)
      ORDER BY currency, day
      ON CONFLICT (currency, day) DO UPDATE SET per_usd = EXCLUDED.per_usd, source = EXCLUDED.source
      WHERE (kept.per_usd, kept.source) <> (EXCLUDED.per_usd, EXCLUDED.source)""";

  private static final String REMOVE =
      "DELETE FROM access.exchange_rate WHERE currency = $1 AND day = $2";

  /** The rates concern every org, which the empty text stands for. */
  private static final String NOTE = "SELECT access.audit($1, '', $2, $3)";

  private final Pool pool;

  ExchangeRateWrites(Pool pool) {
    this.pool = pool;
  }

  public Uni<Void> put(String userId, ExchangeRate rate) {
    JsonObject value = new JsonObject().put("rate", rate.perUsdText()).put("source", rate.source());
    JsonObject detail = detail(rate.currency(), rate.day()).put("new", value);
    return pool.withTransaction(
        connection ->
            put(connection, List.of(rate), rate.source())
                .chain(() -> note(connection, userId, "exchange_rate.set", detail)));
  }

  /**
   * All of them or none.
   *
   * @param rates of one source, at least one, none twice
   * @param days how many they are of
   */
  public Uni<Void> putAll(String userId, List<ExchangeRate> rates, int days) {
    String source = rates.get(0).source();
    JsonObject detail =
        new JsonObject().put("source", source).put("days", days).put("rates", rates.size());
    return pool.withTransaction(
        connection ->
            put(connection, rates, source)
                .chain(() -> note(connection, userId, "exchange_rates.imported", detail)));
  }

  /** False when there is none of that day. */
  public Uni<Boolean> remove(String userId, String currency, LocalDate day) {
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(REMOVE)
                .execute(Tuple.of(currency, day))
                .chain(
                    removed ->
                        removed.rowCount() == 0
                            ? Uni.createFrom().item(false)
                            : note(
                                    connection,
                                    userId,
                                    "exchange_rate.removed",
                                    detail(currency, day))
                                .replaceWith(true)));
  }

  private static Uni<Void> put(SqlConnection connection, List<ExchangeRate> rates, String source) {
    Tuple parameters =
        Tuple.of(
            rates.stream().map(ExchangeRate::currency).toArray(String[]::new),
            rates.stream().map(ExchangeRate::day).toArray(LocalDate[]::new),
            rates.stream().map(ExchangeRate::perUsd).toArray(BigDecimal[]::new),
            source);
    return connection.preparedQuery(PUT).execute(parameters).replaceWithVoid();
  }

  private static Uni<Void> note(
      SqlConnection connection, String userId, String action, JsonObject detail) {
    return connection
        .preparedQuery(NOTE)
        .execute(Tuple.of(userId, action, detail))
        .replaceWithVoid();
  }

  private static JsonObject detail(String currency, LocalDate day) {
    return new JsonObject().put("currency", currency).put("day", day.toString());
  }
}
