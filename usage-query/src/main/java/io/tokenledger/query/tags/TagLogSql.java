package io.tokenledger.query.tags;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.log.LogSql;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.postgres.Statement;

/**
 * The newest events of one value of a tag. Raw events have no index by tag, but the rollup knows
 * the days on which there is one: the newest n events lie in the newest n + 1 of these days (of the
 * very last one, perhaps nothing is in the range). They are read from the newest day on, and only
 * until there are enough: a lateral read with a limit of its own runs day by day, in their order.
 */
public final class TagLogSql {

  private TagLogSql() {}

  public static ScopedReads.Read newest(AccessScope scope, TagQuery query) {
    Statement statement = new Statement();
    String org = statement.bind(scope.soleOrg(), "text");
    String key = statement.bind(query.key(), "text");
    String value = statement.bind(query.values().get(0), "text");
    String limit = statement.bind(query.limit(), "int");
    String start = statement.bindTime(query.range().start());
    String end = statement.bindTime(query.range().end());
    String filters = query.filter().conditions(statement);
    String keys = statement.keysOf(query.range().start(), query.range().end());
    return statement.read(
        """
        SELECT * FROM (SELECT event.* FROM (
          SELECT DISTINCT usage_date::timestamp AT TIME ZONE 'UTC' AS day_start
          FROM rollup.org_tag_daily_usage
          WHERE org_id = %1$s AND tag_key = %2$s AND tag_value = %3$s
            AND usage_date >= (%5$s AT TIME ZONE 'UTC')::date
            AND usage_date <= (%6$s AT TIME ZONE 'UTC')::date%8$s
          ORDER BY 1 DESC LIMIT %4$s + 1) AS day
        CROSS JOIN LATERAL (
          SELECT %7$s FROM raw.usage_event
          WHERE %9$s AND org_id = %1$s AND tags ->> %2$s = %3$s%8$s
            AND occurred_at >= greatest(day_start, %5$s)
            AND occurred_at < least(day_start + interval '24 hours', %6$s)
          ORDER BY occurred_at DESC, event_key DESC LIMIT %4$s) AS event
        LIMIT %4$s) AS newest
        ORDER BY occurred_at DESC, event_key DESC"""
            .formatted(org, key, value, limit, start, end, LogSql.COLUMNS, filters, keys));
  }
}
