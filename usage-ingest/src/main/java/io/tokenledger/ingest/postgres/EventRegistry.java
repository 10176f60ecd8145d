package io.tokenledger.ingest.postgres;

import io.tokenledger.ingest.PricedEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

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
  static Map<UUID, UUID> register(JdbcTransaction transaction, List<PricedEvent> events)
      throws SQLException {
    List<PricedEvent> registered = events.stream().filter(e -> e.key().registered()).toList();
    Map<UUID, UUID> keys = new HashMap<>();
    if (!registered.isEmpty()) {
      UUID[] identities = uuids(registered, event -> event.key().identity().orElseThrow());
      transaction.execute(REGISTER, identities, uuids(registered, event -> event.key().value()));
      transaction
          .select(LOOK_UP, EventRegistry::keyByIdentity, (Object) identities)
          .forEach(row -> keys.put(row.getKey(), row.getValue()));
    }
    return keys;
  }

  private static Map.Entry<UUID, UUID> keyByIdentity(ResultSet row) throws SQLException {
    return Map.entry(row.getObject("identity", UUID.class), row.getObject("event_key", UUID.class));
  }

  private static UUID[] uuids(List<PricedEvent> events, Function<PricedEvent, UUID> part) {
    return events.stream().map(part).toArray(UUID[]::new);
  }
}
