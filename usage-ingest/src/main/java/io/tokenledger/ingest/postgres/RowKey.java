package io.tokenledger.ingest.postgres;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

/** The primary key of {@code raw.usage_event}: two orgs may use the same id. */
record RowKey(UUID eventKey, String orgId) {

  static RowKey of(KeyedEvent event) {
    return new RowKey(event.key(), event.event().event().orgId());
  }

  static RowKey of(Row row) {
    return new RowKey(row.getUUID("event_key"), row.getString("org_id"));
  }
}
