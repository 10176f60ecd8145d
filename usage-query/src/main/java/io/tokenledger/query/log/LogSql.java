package io.tokenledger.query.log;

import static java.util.stream.Collectors.joining;

import io.tokenledger.events.TokenClass;

/**
 * The reads of single events. They have their own org condition; row-level security is the wall
 * behind it. A filter parameter that is NULL lets everything pass.
 */
public final class LogSql {

  private static final String FILTER =
      """
      FROM raw.usage_event
      WHERE org_id = $1 AND occurred_at >= $2 AND occurred_at < $3
        AND ($4::text IS NULL OR provider = $4)
        AND ($5::text IS NULL OR model_name = $5)
        AND ($6::text IS NULL OR feature = $6)
        AND ($7::text IS NULL OR activity = $7)
        AND ($8::text IS NULL OR user_id = $8)
        AND ($9::text IS NULL OR conversation_id = $9)
        AND ($10::boolean IS NULL OR success = $10)
      """;

  /** $1 org, $2 start, $3 end, $4-$10 filters. */
  static final String TOTAL = "SELECT count(*) AS total\n" + FILTER;

  /** What a line of the log shows. */
  public static final String COLUMNS =
      """
      event_key, event_id, occurred_at, user_id, provider, model_name, feature, activity,
        category, request_count, %s,
        usage_source, service_tier, cost_nanos, cost_status, price_version, duration_ms,
        time_to_first_token_ms, success, error_message, conversation_id, message_id, traceparent,
        tags"""
          .formatted(TokenClass.ALL.stream().map(TokenClass::column).collect(joining(", ")));

  /** As {@link #TOTAL}, and ($11, $12) the position after which to go on, $13, $14 the page. */
  static final String PAGE =
      "SELECT "
          + COLUMNS
          + "\n"
          + FILTER
          + """
            AND (occurred_at, event_key) < ($11, $12)
          ORDER BY occurred_at DESC, event_key DESC
          LIMIT $13 OFFSET $14
          """;

  private LogSql() {}
}
