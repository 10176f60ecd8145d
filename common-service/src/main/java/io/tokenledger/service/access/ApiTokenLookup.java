package io.tokenledger.service.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what a presented API token permits. */
@ApplicationScoped
class ApiTokenLookup {

  private static final String IDENTITY =
      "SELECT token_id, org_id, secret_hash, scopes, expires_at"
          + " FROM access.api_token_identity($1)";

  private final TokenLookup<ApiTokenGrant> tokens;

  ApiTokenLookup(Pool pool) {
    this.tokens = new TokenLookup<>(pool, IDENTITY, ApiTokenLookup::fromRow);
  }

  /** Absent for a token that does not exist, was revoked or has expired. */
  Uni<Optional<ApiTokenGrant>> grantOf(String secret) {
    return tokens.of(secret);
  }

  static ApiTokenGrant fromRow(Row row) {
    Set<ApiScope> scopes =
        Arrays.stream(row.getString("scopes").split(" "))
            .flatMap(code -> ApiScope.ofCode(code).stream())
            .collect(Collectors.toSet());
    return new ApiTokenGrant(
        row.getUUID("token_id"),
        row.getString("org_id"),
        scopes,
        row.getOffsetDateTime("expires_at").toInstant());
  }
}
