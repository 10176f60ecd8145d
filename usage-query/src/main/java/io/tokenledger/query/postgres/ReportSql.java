package io.tokenledger.query.postgres;

/**
 * The reads. Each has its own org condition; row-level security is the wall behind it. A filter
 * parameter that is NULL lets everything pass. Texts are ordered by code point, so that the order
 * does not depend on the database's locale.
 */
final class ReportSql {

  /** One snapshot for all statements of a report; the scope below ends with the transaction. */
  static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

  /** $1 orgs with commas; true: until the end of this transaction only. */
  static final String SET_ORG_SCOPE = "SELECT set_config('tokenledger.org_scope', $1, true)";

  /** After a failed statement this rolls back, so that the setting ends in either case. */
  static final String COMMIT = "COMMIT";

  private static final String DAILY_SUMS =
      """
      , provider, model_name, feature,
        sum(request_count)::bigint AS request_count,
        sum(error_count)::bigint AS error_count,
        sum(unpriced_requests)::bigint AS unpriced_requests,
        sum(input_tokens)::bigint AS input_tokens,
        sum(output_tokens)::bigint AS output_tokens,
        sum(cache_read_tokens)::bigint AS cache_read_tokens,
        sum(cache_write_tokens)::bigint AS cache_write_tokens,
        sum(reasoning_tokens)::bigint AS reasoning_tokens,
        sum(embedding_tokens)::bigint AS embedding_tokens,
        sum(cost_nanos) AS cost_nanos
      """;

  private static final String DAILY_FILTER_AND_ORDER =
      """
        AND ($4::text IS NULL OR provider = $4)
        AND ($5::text IS NULL OR model_name = $5)
        AND ($6::text IS NULL OR feature = $6)
      GROUP BY org_id, usage_date, provider, model_name, feature
      ORDER BY usage_date, provider COLLATE "C", model_name COLLATE "C", feature COLLATE "C"
      """;

  /** $1 org, $2 first and $3 last day, $4 provider, $5 model, $6 feature. */
  static final String USAGE_BY_UTC_DAY =
      "SELECT org_id, usage_date"
          + DAILY_SUMS
          + """
          FROM rollup.org_daily_usage
          WHERE org_id = $1 AND usage_date BETWEEN $2 AND $3
          """
          + DAILY_FILTER_AND_ORDER;

  /**
   * Days of any zone, whose midnights the caller names, so that only one time zone database counts:
   * $1 org, $2 start of the first day, $3 end of the last, $4 provider, $5 model, $6 feature, $7
   * first day, $8 the starts of all days, ascending.
   */
  static final String USAGE_BY_ZONE_DAY =
      "SELECT org_id, usage_date"
          + DAILY_SUMS
          + """
          FROM (
            SELECT *, $7::date + (width_bucket(bucket_start, $8::timestamptz[]) - 1) AS usage_date
            FROM rollup.org_quarter_hour_usage
            WHERE org_id = $1 AND bucket_start >= $2 AND bucket_start < $3) AS of_days
          WHERE true
          """
          + DAILY_FILTER_AND_ORDER;

  /** $1 org, $2 first and $3 last UTC day, $4 feature, $5 limit. */
  static final String TOP_USERS =
      """
      SELECT top.*, person.user_id AS known_id,
        coalesce(member.name, person.name) AS name, coalesce(member.email, person.email) AS email
      FROM (
        SELECT user_id,
          sum(request_count)::bigint AS request_count,
          sum(input_tokens)::bigint AS input_tokens,
          sum(output_tokens)::bigint AS output_tokens,
          sum(cost_nanos) AS cost_nanos
        FROM rollup.org_user_daily_usage
        WHERE org_id = $1 AND usage_date BETWEEN $2 AND $3 AND user_id <> ''
          AND ($4::text IS NULL OR feature = $4)
        GROUP BY user_id
        ORDER BY sum(cost_nanos) DESC, user_id COLLATE "C"
        LIMIT $5) AS top
      LEFT JOIN access.org_member AS member ON member.org_id = $1 AND member.user_id = top.user_id
      LEFT JOIN access.app_user AS person ON person.user_id = member.user_id
      ORDER BY top.cost_nanos DESC, top.user_id COLLATE "C"
      """;

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
  static final String LOG_TOTAL = "SELECT count(*) AS total\n" + LOG_FILTER;

  /** As {@link #LOG_TOTAL}, and ($11, $12) the position after which to go on, $13, $14 the page. */
  static final String LOG_PAGE =
      """
      SELECT event_key, event_id, occurred_at, user_id, provider, model_name, feature, activity,
        category, request_count, input_tokens, output_tokens, cache_read_tokens,
        cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens,
        audio_output_tokens, embedding_tokens, usage_source, service_tier, cost_nanos, cost_status,
        price_version, duration_ms, time_to_first_token_ms, success, error_message,
        conversation_id, message_id, tags
      """
          + LOG_FILTER
          + """
            AND (occurred_at, event_key) < ($11, $12)
          ORDER BY occurred_at DESC, event_key DESC
          LIMIT $13 OFFSET $14
          """;

  /** $1 conversation, $2 all orgs, $3 those of them seen whole, $4 the user of own rows. */
  static final String CONVERSATION =
      """
      SELECT
        sum(request_count)::bigint AS request_count,
        sum(input_tokens)::bigint AS input_tokens,
        sum(output_tokens)::bigint AS output_tokens,
        sum(embedding_tokens)::bigint AS embedding_tokens,
        sum(cost_nanos) AS cost_nanos,
        sum(duration_ms_sum)::bigint AS duration_ms_sum,
        rollup.sum_buckets(duration_buckets) AS duration_buckets,
        max(last_message_at) AS last_message_at
      FROM rollup.conversation_usage
      WHERE org_id = ANY ($2::text[]) AND conversation_id = $1
        AND (org_id = ANY ($3::text[]) OR user_id = $4)
      """;

  /** $1 conversation. */
  static final String ORGS_OF_CONVERSATION =
      "SELECT org_id FROM rollup.orgs_of_conversation($1) AS org_id";

  private ReportSql() {}
}
