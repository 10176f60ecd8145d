package io.tokenledger.ingest.adjustments;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;

/** Numbers adjustments: per org, without gaps, in the order in which they are committed. */
public final class PostgresAdjustmentNumbers {

  /** The row stays locked until the commit: an org's numbers become visible in their order. */
  private static final String TAKE =
      """
      INSERT INTO raw.adjusted_org AS o (org_id, last_sequence)
      SELECT org_id, count(*) FROM unnest($1::text[]) AS change (org_id)
      GROUP BY org_id ORDER BY org_id
      ON CONFLICT (org_id) DO UPDATE SET last_sequence = o.last_sequence + EXCLUDED.last_sequence
      RETURNING org_id, last_sequence""";

  private PostgresAdjustmentNumbers() {}

  /**
   * @param orgs of the changes, one each
   * @return each change's number
   */
  public static Uni<Long[]> take(SqlConnection connection, String[] orgs) {
    return connection
        .preparedQuery(TAKE)
        .execute(Tuple.of((Object) orgs))
        .map(last -> numbered(orgs, last));
  }

  /** An org's changes have the last numbers that it took, in the order of the changes. */
  private static Long[] numbered(String[] orgs, RowSet<Row> lastByOrg) {
    Map<String, Long> next = new HashMap<>();
    lastByOrg.forEach(row -> next.put(row.getString("org_id"), row.getLong("last_sequence")));
    Long[] numbers = new Long[orgs.length];
    for (int i = orgs.length - 1; i >= 0; i--) {
      numbers[i] = next.merge(orgs[i], -1L, Long::sum) + 1;
    }
    return numbers;
  }
}
