package io.tokenledger.ingest.revisions;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

/**
 * An event with revisions that have yet to be looked at.
 *
 * @param recorded the revision that counts
 * @param kept the highest that is kept
 * @param settled whether the event may change now
 */
record DueRevisionRow(UUID eventKey, String orgId, long recorded, long kept, boolean settled) {

  static DueRevisionRow fromRow(Row row) {
    return new DueRevisionRow(
        row.getUUID("event_key"),
        row.getString("org_id"),
        row.getLong("recorded"),
        row.getLong("kept"),
        row.getBoolean("settled"));
  }

  /** Another one took the place before it. */
  boolean isSuperseded() {
    return kept <= recorded;
  }

  boolean takesPlace() {
    return !isSuperseded() && settled;
  }
}
