package io.tokenledger.acceptance.check;

import io.tokenledger.acceptance.truth.Tokens;
import io.tokenledger.acceptance.truth.UsageKey;
import io.tokenledger.acceptance.truth.UsageSums;
import io.tokenledger.local.postgres.LedgerDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is in PostgreSQL, read as its superuser; of some orgs, or of all when none are named. */
public final class LedgerTables {

  private static final List<String> COUNTERS =
      Stream.of(
              List.of("request_count", "error_count", "unpriced_requests"),
              Tokens.COLUMNS,
              List.of("cost_nanos", "cache_saved_nanos", "cache_saved_tokens"))
          .flatMap(List::stream)
          .toList();

  /** By rollup, how many times a raw event counts in it. */
  private static final Map<String, String> TIMES_COUNTED =
      Map.of(
          "org_daily_usage", "1",
          "org_user_daily_usage", "1",
          "org_quarter_hour_usage", "1",
          "org_tag_daily_usage",
              "(SELECT count(*) FROM jsonb_object_keys(coalesce(tags, '{}'::jsonb)))",
          "conversation_usage", "(conversation_id <> '')::int");

  private static final String FIRST_KEYS = "provider, model_name, feature";

  private final LedgerDatabase database;

  public LedgerTables(LedgerDatabase database) {
    this.database = database;
  }

  public long rawRows(Collection<String> orgs) {
    return number("SELECT count(*) FROM raw.usage_event" + of(orgs)).longValueExact();
  }

  /** The requests of one conversation that the rollup of conversations counts. */
  public long requestsOf(String conversation, Collection<String> orgs) {
    return number(
            "SELECT coalesce(sum(request_count), 0) FROM rollup.conversation_usage"
                + of(orgs)
                + " AND conversation_id = '"
                + conversation
                + "'")
        .longValueExact();
  }

  /** What is in a rollup more than in the raw events, by table and counter; empty when exact. */
  public Map<String, BigDecimal> drift(Collection<String> orgs) {
    Map<String, Map<String, BigDecimal>> rawSums = new HashMap<>();
    Map<String, BigDecimal> drift = new LinkedHashMap<>();
    for (Map.Entry<String, String> rollup : TIMES_COUNTED.entrySet()) {
      Map<String, BigDecimal> raw =
          rawSums.computeIfAbsent(
              rollup.getValue(), times -> counters(UsageSql.rawTotals(COUNTERS, times, of(orgs))));
      Map<String, BigDecimal> rolled =
          counters(UsageSql.rollupTotals(COUNTERS, rollup.getKey(), of(orgs)));
      for (String counter : COUNTERS) {
        BigDecimal more = rolled.get(counter).subtract(raw.get(counter));
        if (more.signum() != 0) {
          drift.put(rollup.getKey() + "." + counter, more);
        }
      }
    }
    return drift;
  }

  /** The rollup by org and day, in the rows of the usage report. */
  public Map<UsageKey, UsageSums> usageRows(Collection<String> orgs) {
    return rows(UsageSql.rollupRows(COUNTERS, FIRST_KEYS, of(orgs)));
  }

  /** The same rows made from the raw events. */
  public Map<UsageKey, UsageSums> rawUsageRows(Collection<String> orgs) {
    return rows(UsageSql.rawRows(COUNTERS, FIRST_KEYS, of(orgs)));
  }

  /** The first column of the first row. */
  public BigDecimal number(String sql) {
    return first(sql, row -> row.getBigDecimal(1));
  }

  private static String of(Collection<String> orgs) {
    return orgs.isEmpty()
        ? " WHERE true"
        : " WHERE org_id = ANY ('{\"" + String.join("\",\"", orgs) + "\"}')";
  }

  private Map<UsageKey, UsageSums> rows(String sql) {
    Map<UsageKey, UsageSums> found = new HashMap<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        UsageSums sums = sumsOf(row);
        if (!sums.isNothing()) {
          found.put(keyOf(row), sums);
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, BigDecimal> counters(String sql) {
    return first(
        sql,
        row -> {
          Map<String, BigDecimal> found = new HashMap<>();
          for (String counter : COUNTERS) {
            found.put(counter, row.getBigDecimal(counter));
          }
          return found;
        });
  }

  private <T> T first(String sql, Reading<T> reading) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return reading.of(row);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static UsageKey keyOf(ResultSet row) throws SQLException {
    return new UsageKey(
        row.getString("org_id"),
        row.getString("usage_date"),
        row.getString("provider"),
        row.getString("model_name"),
        row.getString("feature"));
  }

  private static UsageSums sumsOf(ResultSet row) throws SQLException {
    return new UsageSums(
        row.getLong("request_count"),
        row.getLong("error_count"),
        row.getLong("unpriced_requests"),
        Tokens.fromRow(row),
        row.getLong("cost_nanos"));
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }
}
