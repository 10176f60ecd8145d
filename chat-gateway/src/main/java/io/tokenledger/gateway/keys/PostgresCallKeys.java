package io.tokenledger.gateway.keys;

import io.smallrye.mutiny.Uni;
import io.tokenledger.service.access.TokenLookup;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys as usage-query keeps them; what is known of one is good for 4 s. */
@ApplicationScoped
class PostgresCallKeys implements CallKeys {

  private static final String KEY =
      "SELECT token_id, org_id, secret_hash, expires_at, user_id, user_from_request, tags, feature,"
          + " models, upstreams FROM access.llm_key($1)";

  private final TokenLookup<CallKey> keys;

  PostgresCallKeys(Pool pool) {
    this.keys = new TokenLookup<>(pool, KEY, PostgresCallKeys::fromRow);
  }

  @Override
  public Uni<Optional<CallKey>> of(String secret) {
    return keys.of(secret);
  }

  private static CallKey fromRow(Row row) {
    return new CallKey(
        Optional.of(row.getUUID("token_id")),
        row.getString("org_id"),
        given(row.getString("user_id")),
        row.getBoolean("user_from_request"),
        tags(row),
        given(row.getString("feature")),
        Set.copyOf(List.of(row.getArrayOfStrings("models"))),
        Set.copyOf(List.of(row.getArrayOfStrings("upstreams"))),
        row.getOffsetDateTime("expires_at").toInstant());
  }

  private static Map<String, String> tags(Row row) {
    Map<String, String> tags = new HashMap<>();
    row.getJsonObject("tags").forEach(tag -> tags.put(tag.getKey(), tag.getValue().toString()));
    return tags;
  }

  private static Optional<String> given(String column) {
    return Optional.of(column).filter(text -> !text.isEmpty());
  }
}
