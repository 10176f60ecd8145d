package io.tokenledger.ingest.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.PricedEvent;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * {@code raw.event_identity}: where the first copy of an id that carries no day of its own went. A
 * retry of such an id on another day would otherwise get another key and count twice.
 */
final class EventRegistry {

  private static final String REGISTER =
      """
      INSERT INTO raw.event_identity (identity, event_key)
      SELECT identity, event_key FROM unnest($1::uuid[], $2::uuid[]) AS batch (identity, event_key)
      ORDER BY identity
      ON CONFLICT DO NOTHING""";

  private static final String LOOK_UP =
      "SELECT identity, event_key FROM raw.event_identity WHERE identity = ANY ($1::uuid[])";

  private EventRegistry() {}

  /**
   * Registers what is new.
   *
   * @return by identity, the keys of the first copies; an event that is absent has its own key
   */
  static Uni<Map<UUID, UUID>> register(SqlConnection connection, List<PricedEvent> events) {
    List<PricedEvent> registered = events.stream().filter(e -> e.key().registered()).toList();
    if (registered.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    UUID[] identities = uuids(registered, event -> event.key().identity().orElseThrow());
    UUID[] keys = uuids(registered, event -> event.key().value());
    return connection
        .preparedQuery(REGISTER)
        .execute(Tuple.of(identities, keys))
        .chain(() -> connection.preparedQuery(LOOK_UP).execute(Tuple.of((Object) identities)))
        .map(EventRegistry::keysByIdentity);
  }

  private static Map<UUID, UUID> keysByIdentity(RowSet<Row> rows) {
    Map<UUID, UUID> keys = new HashMap<>();
    rows.forEach(row -> keys.put(row.getUUID("identity"), row.getUUID("event_key")));
    return keys;
  }

  private static UUID[] uuids(
      List<PricedEvent> events, java.util.function.Function<PricedEvent, UUID> part) {
    return events.stream().map(part).toArray(UUID[]::new);
  }
}
