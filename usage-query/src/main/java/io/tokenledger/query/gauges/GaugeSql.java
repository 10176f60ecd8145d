package io.tokenledger.query.gauges;

/** What the metrics of usage-query are read by. */
final class GaugeSql {

  /** Statistics of this database, which every role may read. */
  static final String DATABASE =
      """
      SELECT pg_database_size(datname) AS size_bytes, numbackends AS connections,
        current_setting('max_connections')::bigint AS max_connections,
        xact_commit, xact_rollback, blks_hit, blks_read, deadlocks, temp_bytes
      FROM pg_stat_database WHERE datname = current_database()
      """;

  /** Tables with their indexes, those of the ledger's schemas. */
  static final String SCHEMAS =
      """
      SELECT n.nspname AS schema, sum(pg_total_relation_size(c.oid))::bigint AS size_bytes
      FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'm') AND n.nspname IN ('raw', 'rollup', 'pricing', 'access')
      GROUP BY n.nspname
      """;

  /** For the transaction: row-level security wants orgs named. */
  static final String SET_EVERY_ORG =
      """
      SELECT set_config('tokenledger.org_scope', coalesce(string_agg(org_id, ','), ''), true)
      FROM access.org
      """;

  /** $1 orgs; those that have used most of their budget first. Days are UTC days. */
  static final String BUDGETS =
      """
      SELECT b.org_id, b.monthly_nanos, coalesce(sum(u.cost_nanos), 0) AS spent_nanos
      FROM access.budget AS b JOIN access.org AS o ON o.org_id = b.org_id
        LEFT JOIN rollup.org_daily_usage AS u ON u.org_id = b.org_id
          AND u.usage_date >= date_trunc('month', now() AT TIME ZONE o.time_zone)::date
      GROUP BY b.org_id, b.monthly_nanos
      ORDER BY coalesce(sum(u.cost_nanos), 0) / b.monthly_nanos DESC, b.org_id
      LIMIT $1
      """;

  private GaugeSql() {}
}
