package io.tokenledger.query.log;

import static java.util.stream.Collectors.joining;

import io.tokenledger.events.TokenClass;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.postgres.Statement;
import io.tokenledger.query.sums.UsageQuery;
import io.tokenledger.service.postgres.UnitsColumn;
import java.time.Instant;
import java.util.UUID;

/**
 * The reads of single events. They have their own org condition; row-level security is the wall
 * behind it.
 */
public final class LogSql {

  /** What a line of the log shows. */
  public static final String COLUMNS =
      """
      event_key, event_id, revision, voided, occurred_at, user_id, provider, model_name, feature, activity,
        category, request_count, %s,
        %s, usage_source, service_tier, speed, inference_geo, cost_nanos, cost_status,
        price_version, duration_ms, time_to_first_token_ms, success, error_message,
        conversation_id, message_id, traceparent, tags"""
          .formatted(
              TokenClass.ALL.stream().map(TokenClass::column).collect(joining(", ")),
              UnitsColumn.AS_TEXT);

  /** Smaller than every event key. */
  private static final UUID FIRST_KEY = new UUID(0, 0);

  private LogSql() {}

  /** The events of one org that are asked for; more conditions may follow. */
  public static String from(Statement statement, AccessScope scope, UsageQuery query) {
    return from(statement, scope, query, query.range().start(), query.range().end());
  }

  /** Those of a part of the time that is asked for. */
  public static String from(
      Statement statement, AccessScope scope, UsageQuery query, Instant start, Instant end) {
    return " FROM raw.usage_event WHERE %s AND org_id = %s AND occurred_at >= %s AND occurred_at < %s"
            .formatted(
                statement.keysOf(start, end),
                statement.bind(scope.soleOrg(), "text"),
                statement.bindTime(start),
                statement.bindTime(end))
        + query.filter().conditions(statement);
  }

  /** One more than a page has, newest first. */
  static ScopedReads.Read page(AccessScope scope, LogQuery query) {
    Statement statement = new Statement();
    LogPosition after =
        query.after().orElseGet(() -> new LogPosition(query.usage().range().end(), FIRST_KEY));
    return statement.read(
        "SELECT %s%s AND (occurred_at, event_key) < (%s, %s)"
                .formatted(
                    COLUMNS,
                    from(statement, scope, query),
                    statement.bindTime(after.occurredAt()),
                    statement.bind(after.eventKey(), "uuid"))
            + "\nORDER BY occurred_at DESC, event_key DESC LIMIT %s OFFSET %s"
                .formatted(
                    statement.bind(query.limit() + 1, "int"),
                    statement.bind(query.offset(), "int")));
  }

  /** Of one event that was revised, one more than is told, the newest first. */
  static ScopedReads.Read revisions(AccessScope scope, String eventId, int most) {
    Statement statement = new Statement();
    return statement.read(
        "SELECT %s FROM raw.event_revision WHERE org_id = %s AND event_id = %s"
                .formatted(
                    COLUMNS,
                    statement.bind(scope.soleOrg(), "text"),
                    statement.bind(eventId, "text"))
            + "\nORDER BY revision DESC LIMIT %s".formatted(statement.bind(most + 1, "int")));
  }

  /** How many events all pages have. */
  static ScopedReads.Read total(AccessScope scope, LogQuery query) {
    Statement statement = new Statement();
    return statement.read("SELECT count(*) AS total" + from(statement, scope, query));
  }

  private static String from(Statement statement, AccessScope scope, LogQuery query) {
    LogQuery.Filter filter = query.filter();
    return from(statement, scope, query.usage())
        + statement.filter("activity", filter.activity())
        + statement.filter("user_id", filter.userId())
        + statement.filter("conversation_id", filter.conversationId())
        + filter
            .success()
            .map(value -> " AND success = " + statement.bind(value, "boolean"))
            .orElse("");
  }
}
