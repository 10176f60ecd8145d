package io.tokenledger.query.currency;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.postgres.QueryConfig;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads exchange rates; each read is of a few entries of the key, however long the table is. */
@ApplicationScoped
public class ExchangeRateReads {

  /** $1 currency, $2 day. */
  private static final String ON =
      """
      SELECT currency, day, per_usd, source FROM access.exchange_rate
      WHERE currency = $1 AND day <= $2
      ORDER BY day DESC LIMIT 1""";

  /** $1 day. From one currency to the next: the days between them are skipped. */
  private static final String ALL_ON =
      """
      WITH RECURSIVE known AS (
        SELECT min(currency) AS currency FROM access.exchange_rate
        UNION ALL
        SELECT (SELECT min(rate.currency) FROM access.exchange_rate AS rate
          WHERE rate.currency > known.currency)
        FROM known WHERE known.currency IS NOT NULL)
      SELECT rate.currency, rate.day, rate.per_usd, rate.source
      FROM known CROSS JOIN LATERAL (
        SELECT * FROM access.exchange_rate AS dated
        WHERE dated.currency = known.currency AND dated.day <= $1
        ORDER BY dated.day DESC LIMIT 1) AS rate
      ORDER BY rate.currency""";

  /** $1 currency, $2 the day before which, $3 how many. */
  private static final String BEFORE =
      """
      SELECT currency, day, per_usd, source FROM access.exchange_rate
      WHERE currency = $1 AND day < $2
      ORDER BY day DESC LIMIT $3""";

  /** $1 currency. */
  private static final String FIRST_DAY =
      "SELECT min(day) AS day FROM access.exchange_rate WHERE currency = $1";

  private final Pool pool;
  private final Duration patience;

  ExchangeRateReads(Pool pool, QueryConfig config) {
    this.pool = pool;
    this.patience = config.patience();
  }

  /** The newest rate of a day up to this one. */
  public Uni<Optional<ExchangeRate>> on(String currency, LocalDate day) {
    return currency.equals(ExchangeRate.USD)
        ? Uni.createFrom().item(Optional.of(ExchangeRate.ofUsd(day)))
        : rates(ON, Tuple.of(currency, day)).map(found -> found.stream().findFirst());
  }

  /** Of each currency its newest rate of a day up to this one, ordered by currency. */
  public Uni<List<ExchangeRate>> allOn(LocalDate day) {
    return rates(ALL_ON, Tuple.of(day));
  }

  /** The rates of one currency from days before this one, the newest first. */
  public Uni<List<ExchangeRate>> before(String currency, LocalDate day, int limit) {
    return rates(BEFORE, Tuple.of(currency, day, limit));
  }

  public Uni<Optional<LocalDate>> firstDayOf(String currency) {
    return pool.preparedQuery(FIRST_DAY)
        .execute(Tuple.of(currency))
        .ifNoItem()
        .after(patience)
        .fail()
        .map(rows -> Optional.ofNullable(Rows.only(rows).getLocalDate("day")));
  }

  private Uni<List<ExchangeRate>> rates(String sql, Tuple parameters) {
    return pool.preparedQuery(sql)
        .execute(parameters)
        .ifNoItem()
        .after(patience)
        .fail()
        .map(rows -> Rows.all(rows, ExchangeRateReads::toRate));
  }

  private static ExchangeRate toRate(Row row) {
    return new ExchangeRate(
        row.getString("currency"),
        row.getLocalDate("day"),
        row.getBigDecimal("per_usd"),
        row.getString("source"));
  }
}
