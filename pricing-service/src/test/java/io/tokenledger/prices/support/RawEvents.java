package io.tokenledger.prices.support;

import io.tokenledger.service.testing.LedgerServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** Recorded events, in the schema that usage-ingest would have made. */
public final class RawEvents {

  private static final String INSERT =
      """
      INSERT INTO raw.usage_event (
        event_key, org_id, event_id, occurred_at, user_id, provider, model_name, feature, activity,
        category, request_count, input_tokens, output_tokens, cache_read_tokens,
        cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens,
        audio_output_tokens, embedding_tokens, usage_source, service_tier, cost_nanos, cost_status,
        price_version, success, error_message, conversation_id, message_id, payload_hash,
        source_topic_id, source_partition, source_offset)
      SELECT (substr(raw.first_key_of('%5$s')::text, 1, 14) || substr('%1$s', 15))::uuid, '%2$s', 'e',
        '%5$sT10:00:00Z', '', 'house', '%3$s', 'chat', '', '', 2, 10, 5, 0, 0, 0, 0, 0, 0, 1,
        'reported', 'standard', 0, '%4$s', '', true, '', '', '', 1, '%1$s', 0, 1""";

  private RawEvents() {}

  public static void migrate() {
    migrate("access", "tokenledger_query");
    migrate("rollup", "tokenledger_aggregator");
    migrate("raw", "tokenledger_ingest");
  }

  public static void insert(String org, String model, String status, String day) {
    execute("SELECT raw.ensure_day_partition('" + day + "')");
    execute(INSERT.formatted(UUID.randomUUID(), org, model, status, day));
  }

  /** An event of each of so many models, {@code model-1} and so on, none of which has a price. */
  public static void insertModels(String org, int models, String day) {
    execute("SELECT raw.ensure_day_partition('" + day + "')");
    String insert = INSERT.formatted("MODEL", org, "MODEL", "unpriced", day);
    execute(
        insert
                .replace("substr('MODEL', 15)", "substr(gen_random_uuid()::text, 15)")
                .replace("'house', 'MODEL'", "'house', 'model-' || n")
                .replace("1, 'MODEL', 0, 1", "1, gen_random_uuid(), 0, 1")
            + " FROM generate_series(1, "
            + models
            + ") AS n");
  }

  public static void execute(String sql) {
    try (Connection connection =
            DriverManager.getConnection(
                LedgerServers.jdbcUrl(), LedgerServers.superuser(), LedgerServers.PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void migrate(String schema, String owner) {
    Flyway.configure(Thread.currentThread().getContextClassLoader())
        .dataSource(LedgerServers.jdbcUrl(), owner, LedgerServers.PASSWORD)
        .locations("db/" + schema)
        .schemas(schema)
        .load()
        .migrate();
  }
}
