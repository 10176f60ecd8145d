package io.tokenledger.ingest.postgres;

import io.vertx.mutiny.sqlclient.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.UUID;

/** The primary key of {@code raw.usage_event}: two orgs may use the same id. */
public record RowKey(UUID eventKey, String orgId) {

  /** The order of the index; two transactions that share rows lock them in the same order. */
  public static final Comparator<RowKey> INDEX_ORDER =
      (a, b) -> compare(a.eventKey, a.orgId, b.eventKey, b.orgId);

  static RowKey of(KeyedEvent event) {
    return new RowKey(event.key(), event.orgId());
  }

  static RowKey of(ResultSet row) throws SQLException {
    return new RowKey(row.getObject("event_key", UUID.class), row.getString("org_id"));
  }

  public static RowKey of(Row row) {
    return new RowKey(row.getUUID("event_key"), row.getString("org_id"));
  }

  /** The same of keys that are not put together yet. */
  static int compare(UUID keyOfA, String orgOfA, UUID keyOfB, String orgOfB) {
    int byKey = compareUnsigned(keyOfA, keyOfB);
    return byKey != 0 ? byKey : orgOfA.compareTo(orgOfB);
  }

  /** As PostgreSQL compares: {@link UUID#compareTo} takes the halves as signed numbers. */
  private static int compareUnsigned(UUID a, UUID b) {
    int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
  }
}
