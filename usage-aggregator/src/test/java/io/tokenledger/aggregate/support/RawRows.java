package io.tokenledger.aggregate.support;

import io.tokenledger.events.Call;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.SourcePosition;
import io.tokenledger.service.testing.LedgerServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;

/** The raw events behind recorded usage, in the schema that usage-ingest owns. */
public final class RawRows {

  private static final String INSERT =
      """
      INSERT INTO raw.usage_event (
        event_key, org_id, event_id, occurred_at, user_id, provider, model_name, feature, activity,
        category, request_count, %s, usage_source, service_tier, cost_nanos, cache_saved_nanos,
        cost_status, price_version, duration_ms, success, error_message, conversation_id, message_id, tags, payload_hash,
        source_topic_id, source_partition, source_offset)
      VALUES (
        (substr(raw.first_key_of(?)::text, 1, 14) || substr(gen_random_uuid()::text, 15))::uuid,
        ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, %s, 'reported', 'standard', ?, ?, ?, ?, ?, ?,
        '', ?, '', ?::jsonb, 0, ?, ?, ?)"""
          .formatted(
              TokenClass.ALL.stream().map(TokenClass::column).collect(Collectors.joining(", ")),
              TokenClass.ALL.stream().map(each -> "?").collect(Collectors.joining(", ")));

  private RawRows() {}

  public static void migrate() {
    Flyway.configure()
        .dataSource(LedgerServers.jdbcUrl(), "tokenledger_ingest", LedgerServers.PASSWORD)
        .schemas("raw")
        .locations("db/raw")
        .load()
        .migrate();
  }

  public static void insert(List<RecordedUsage> usages) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement partition =
            connection.prepareStatement("SELECT raw.ensure_day_partition(?)");
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (RecordedUsage usage : usages) {
        LocalDate day = LocalDate.ofInstant(usage.occurredAt(), ZoneOffset.UTC);
        partition.setObject(1, day);
        partition.execute();
        List<Object> values = valuesOf(usage, day);
        for (int i = 0; i < values.size(); i++) {
          insert.setObject(i + 1, values.get(i));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  public static int execute(String sql, Object... parameters) throws SQLException {
    try (Connection connection = connect()) {
      return execute(connection, sql, parameters);
    }
  }

  public static int execute(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    }
  }

  /** The values of the first column. */
  public static List<Object> select(String sql, Object... parameters) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<Object> values = new ArrayList<>();
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        values.add(rows.getObject(1));
      }
      return values;
    }
  }

  public static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        LedgerServers.jdbcUrl(), LedgerServers.superuser(), LedgerServers.PASSWORD);
  }

  private static List<Object> valuesOf(RecordedUsage usage, LocalDate day) {
    SourcePosition source = usage.source().orElseThrow();
    List<Object> values = new ArrayList<>();
    values.addAll(List.of(day, usage.orgId(), usage.eventId()));
    values.add(usage.occurredAt().atOffset(ZoneOffset.UTC));
    Call call = usage.call();
    values.addAll(List.of(call.userId(), call.provider(), call.modelName(), call.feature()));
    values.addAll(List.of(call.activity(), call.category(), usage.requestCount()));
    TokenClass.ALL.forEach(each -> values.add(usage.tokens().count(each)));
    values.add(usage.costNanos());
    values.add(orNull(usage.cacheSavedNanos()));
    values.addAll(List.of(usage.costStatus().code(), usage.priceVersion()));
    values.add(orNull(usage.durationMs()));
    values.addAll(List.of(usage.success(), usage.conversationId(), json(usage.metadata())));
    values.addAll(List.of(source.topicId(), source.partition(), source.offset()));
    return values;
  }

  private static Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static String json(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> "\"" + tag.getKey() + "\":\"" + tag.getValue() + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }
}
