package io.tokenledger.bench.ingest.bare;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the bare loop keeps, in a database of its own: raw rows, one rollup, and its position. */
final class BareTables {

  private static final String[] DDL = {
    """
    CREATE TABLE event (event_key uuid PRIMARY KEY, org_id text NOT NULL, user_id text NOT NULL,
      occurred_at timestamptz NOT NULL, provider text NOT NULL, model_name text NOT NULL,
      feature text NOT NULL, input_tokens bigint NOT NULL, output_tokens bigint NOT NULL,
      cache_read_tokens bigint NOT NULL, duration_ms bigint NOT NULL, cost_nanos bigint NOT NULL)""",
    """
    CREATE TABLE daily_usage (org_id text, usage_date date, provider text, model_name text,
      feature text, request_count bigint NOT NULL, input_tokens bigint NOT NULL,
      output_tokens bigint NOT NULL, cost_nanos numeric NOT NULL,
      PRIMARY KEY (org_id, usage_date, provider, model_name, feature)) WITH (fillfactor = 50)""",
    """
    CREATE TABLE position (source_partition integer PRIMARY KEY, next_offset bigint NOT NULL)
    WITH (fillfactor = 50)"""
  };

  private static final String INSERT =
      """
      INSERT INTO event
      SELECT event_key, org_id, user_id, 'epoch'::timestamptz + micros * interval '1 microsecond',
        provider, model_name, feature, input, output, cached, duration, cost
      FROM unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
        ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) AS batch (event_key, org_id,
        user_id, micros, provider, model_name, feature, input, output, cached, duration, cost)
      ON CONFLICT DO NOTHING""";

  private static final String UPSERT =
      """
      INSERT INTO daily_usage AS d
      SELECT * FROM unnest(?::text[], ?::date[], ?::text[], ?::text[], ?::text[], ?::bigint[],
        ?::bigint[], ?::bigint[], ?::bigint[])
      ON CONFLICT (org_id, usage_date, provider, model_name, feature) DO UPDATE SET
        request_count = d.request_count + EXCLUDED.request_count,
        input_tokens = d.input_tokens + EXCLUDED.input_tokens,
        output_tokens = d.output_tokens + EXCLUDED.output_tokens,
        cost_nanos = d.cost_nanos + EXCLUDED.cost_nanos""";

  private static final String MOVE =
      """
      INSERT INTO position SELECT * FROM unnest(?::integer[], ?::bigint[])
      ON CONFLICT (source_partition) DO UPDATE SET next_offset = EXCLUDED.next_offset""";

  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement upsert;
  private final PreparedStatement move;

  /** A lane's own connection, which commits when the lane says so. */
  BareTables(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    insert = connection.prepareStatement(INSERT);
    upsert = connection.prepareStatement(UPSERT);
    move = connection.prepareStatement(MOVE);
  }

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : DDL) {
        statement.execute(table);
      }
    }
  }

  /**
   * @param events in the order of their keys, so that two lanes cannot wait for each other
   */
  void store(List<BareEvent> events) throws SQLException {
    insert.setArray(1, array("uuid", events, BareEvent::key));
    insert.setArray(2, array("text", events, BareEvent::orgId));
    insert.setArray(3, array("text", events, BareEvent::userId));
    insert.setArray(
        4, array("bigint", events, e -> ChronoUnit.MICROS.between(Instant.EPOCH, e.time())));
    insert.setArray(5, array("text", events, BareEvent::provider));
    insert.setArray(6, array("text", events, BareEvent::modelName));
    insert.setArray(7, array("text", events, BareEvent::feature));
    insert.setArray(8, array("bigint", events, BareEvent::inputTokens));
    insert.setArray(9, array("bigint", events, BareEvent::outputTokens));
    insert.setArray(10, array("bigint", events, BareEvent::cacheReadTokens));
    insert.setArray(11, array("bigint", events, BareEvent::durationMs));
    insert.setArray(12, array("bigint", events, BareEvent::costNanos));
    insert.executeUpdate();
    connection.commit();
  }

  void count(List<BareSum> sums, Map<Integer, Long> nextOffsets) throws SQLException {
    upsert.setArray(1, array("text", sums, sum -> sum.key().orgId()));
    upsert.setArray(2, array("date", sums, sum -> sum.key().day().toString()));
    upsert.setArray(3, array("text", sums, sum -> sum.key().provider()));
    upsert.setArray(4, array("text", sums, sum -> sum.key().modelName()));
    upsert.setArray(5, array("text", sums, sum -> sum.key().feature()));
    upsert.setArray(6, array("bigint", sums, BareSum::requests));
    upsert.setArray(7, array("bigint", sums, BareSum::input));
    upsert.setArray(8, array("bigint", sums, BareSum::output));
    upsert.setArray(9, array("bigint", sums, BareSum::costNanos));
    upsert.executeUpdate();
    List<Map.Entry<Integer, Long>> positions = List.copyOf(nextOffsets.entrySet());
    move.setArray(1, array("integer", positions, Map.Entry::getKey));
    move.setArray(2, array("bigint", positions, Map.Entry::getValue));
    move.executeUpdate();
    connection.commit();
  }

  private <T> Array array(String type, List<T> rows, Function<T, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(value).toArray());
  }
}
