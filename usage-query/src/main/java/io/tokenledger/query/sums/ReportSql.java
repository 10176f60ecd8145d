package io.tokenledger.query.sums;

/**
 * The reads. Each has its own org condition; row-level security is the wall behind it. A filter
 * parameter that is NULL lets everything pass. Texts are ordered by code point, so that the order
 * does not depend on the database's locale.
 */
public final class ReportSql {

  /** One snapshot for all statements of a report; the scope below ends with the transaction. */
  public static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

  /** $1 orgs with commas; true: until the end of this transaction only. */
  public static final String SET_ORG_SCOPE = "SELECT set_config('tokenledger.org_scope', $1, true)";

  /** $1 as above, $2 milliseconds that a transaction may be idle for. */
  public static final String SET_ORG_SCOPE_AND_IDLE_TIME =
      "SELECT set_config('tokenledger.org_scope', $1, true),"
          + " set_config('idle_in_transaction_session_timeout', $2, true)";

  /** After a failed statement this rolls back, so that the setting ends in either case. */
  public static final String COMMIT = "COMMIT";

  private static final String LOG_FILTER =
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
  public static final String LOG_TOTAL = "SELECT count(*) AS total\n" + LOG_FILTER;

  /** What a line of the log shows. */
  public static final String LOG_COLUMNS =
      """
      event_key, event_id, occurred_at, user_id, provider, model_name, feature, activity,
        category, request_count, input_tokens, output_tokens, cache_read_tokens,
        cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens,
        audio_output_tokens, embedding_tokens, usage_source, service_tier, cost_nanos, cost_status,
        price_version, duration_ms, time_to_first_token_ms, success, error_message,
        conversation_id, message_id, traceparent, tags""";

  /** As {@link #LOG_TOTAL}, and ($11, $12) the position after which to go on, $13, $14 the page. */
  public static final String LOG_PAGE =
      "SELECT "
          + LOG_COLUMNS
          + "\n"
          + LOG_FILTER
          + """
            AND (occurred_at, event_key) < ($11, $12)
          ORDER BY occurred_at DESC, event_key DESC
          LIMIT $13 OFFSET $14
          """;

  /** $1 orgs, $2 user, $3 first and $4 last UTC day. */
  public static final String OWN_BY_DAY =
      "SELECT org_id, usage_date, provider, model_name, "
          + UsageSource.BY_USER.sums()
          + """

          FROM rollup.org_user_daily_usage
          WHERE org_id = ANY ($1::text[]) AND user_id = $2 AND usage_date BETWEEN $3 AND $4
          GROUP BY org_id, usage_date, provider, model_name
          ORDER BY usage_date, org_id COLLATE "C", provider COLLATE "C", model_name COLLATE "C"
          """;

  /** $1 first and $2 last UTC day. */
  public static final String OF_EVERY_ORG =
      "SELECT "
          + SumsColumns.OF_ROLLUP
          + ", "
          + SumsColumns.NO_HISTOGRAM
          + " FROM rollup.ledger_totals($1, $2)";

  /** $1 conversation. */
  public static final String ORGS_OF_CONVERSATION =
      "SELECT org_id FROM rollup.orgs_of_conversation($1) AS org_id";

  private ReportSql() {}
}
