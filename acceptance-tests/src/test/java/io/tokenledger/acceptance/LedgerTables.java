package io.tokenledger.acceptance;

import io.tokenledger.local.postgres.LedgerDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is in PostgreSQL, read as its superuser. */
final class LedgerTables {

  private static final List<String> COUNTERS =
      List.of(
          "request_count",
          "error_count",
          "unpriced_requests",
          "input_tokens",
          "output_tokens",
          "cache_read_tokens",
          "cache_write_tokens",
          "cache_write_1h_tokens",
          "audio_input_tokens",
          "reasoning_tokens",
          "audio_output_tokens",
          "embedding_tokens",
          "cost_nanos");

  /** By rollup, how many times a raw event counts in it. */
  private static final Map<String, String> TIMES_COUNTED =
      Map.of(
          "org_daily_usage", "1",
          "org_user_daily_usage", "1",
          "org_quarter_hour_usage", "1",
          "org_tag_daily_usage",
              "(SELECT count(*) FROM jsonb_object_keys(coalesce(tags, '{}'::jsonb)))",
          "conversation_usage", "(conversation_id <> '')::int");

  private static final String USAGE_ROWS =
      """
      SELECT org_id, usage_date::text, provider, model_name, feature,
             sum(request_count), sum(error_count), sum(unpriced_requests), sum(input_tokens),
             sum(output_tokens), sum(cache_read_tokens), sum(cache_write_tokens),
             sum(reasoning_tokens), sum(embedding_tokens), sum(cost_nanos)
      FROM rollup.org_daily_usage GROUP BY 1, 2, 3, 4, 5""";

  private final LedgerDatabase database;

  LedgerTables(LedgerDatabase database) {
    this.database = database;
  }

  long rawRows() {
    return number("SELECT count(*) FROM raw.usage_event").longValueExact();
  }

  long rawRows(String orgId) {
    return number("SELECT count(*) FROM raw.usage_event WHERE org_id = '" + orgId + "'")
        .longValueExact();
  }

  /** What is in a rollup more than in the raw events, by table and counter; empty when exact. */
  Map<String, BigDecimal> drift() {
    Map<String, BigDecimal> drift = new LinkedHashMap<>();
    for (Map.Entry<String, String> rollup : TIMES_COUNTED.entrySet()) {
      Map<String, BigDecimal> raw = counters(rawSums(rollup.getValue()));
      Map<String, BigDecimal> rolled = counters(rollupSums(rollup.getKey()));
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
  Map<UsageKey, UsageSums> usageRows() {
    Map<UsageKey, UsageSums> found = new HashMap<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(USAGE_ROWS)) {
      while (row.next()) {
        found.put(keyOf(row), sumsOf(row));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of the first row. */
  BigDecimal number(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getBigDecimal(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, BigDecimal> counters(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      Map<String, BigDecimal> found = new HashMap<>();
      for (String counter : COUNTERS) {
        found.put(counter, row.getBigDecimal(counter));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String rollupSums(String table) {
    return COUNTERS.stream()
        .map(counter -> "coalesce(sum(" + counter + "), 0) AS " + counter)
        .collect(Collectors.joining(", ", "SELECT ", " FROM rollup." + table));
  }

  private static String rawSums(String timesCounted) {
    return COUNTERS.stream()
        .map(counter -> "coalesce(sum(" + ofRaw(counter) + " * times), 0) AS " + counter)
        .collect(
            Collectors.joining(
                ", ",
                "SELECT ",
                " FROM (SELECT *, " + timesCounted + " AS times FROM raw.usage_event) e"));
  }

  private static String ofRaw(String counter) {
    return switch (counter) {
      case "error_count" -> "(CASE WHEN success THEN 0 ELSE request_count END)";
      case "unpriced_requests" ->
          "(CASE WHEN cost_status = 'unpriced' THEN request_count ELSE 0 END)";
      default -> counter;
    };
  }

  private static UsageKey keyOf(ResultSet row) throws SQLException {
    return new UsageKey(
        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
  }

  private static UsageSums sumsOf(ResultSet row) throws SQLException {
    return new UsageSums(
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9),
        row.getLong(10),
        row.getLong(11),
        row.getLong(12),
        row.getLong(13),
        row.getLong(14),
        row.getLong(15));
  }
}
