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

  /** For the transaction: row-level security wants orgs named. Answers their time zones. */
  static final String SET_EVERY_ORG =
      """
      SELECT set_config('tokenledger.org_scope', coalesce(string_agg(org_id, ','), ''), true),
        coalesce(array_agg(DISTINCT time_zone), '{}') AS zones
      FROM access.org
      """;

  private GaugeSql() {}
}
