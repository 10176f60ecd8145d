package io.tokenledger.query.tokens;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.Actor;
import java.util.List;
import java.util.UUID;

/** The API tokens of the scope's org. Each change is noted in the audit log. */
public interface ApiTokens {

  /** An org has this many at most, expired ones included, so that a list is never long. */
  int MAX_PER_ORG = 100;

  /** The last made first. */
  Uni<List<ApiToken>> tokens(AccessScope scope);

  /** Fails as a conflict when the org has {@link #MAX_PER_ORG}. */
  Uni<Created> create(AccessScope scope, ApiTokenDraft draft, Actor actor);

  /** Fails as not found when the org has no such token. */
  Uni<Void> revoke(AccessScope scope, UUID tokenId, Actor actor);

  /**
   * A token that was made.
   *
   * @param secret known to nobody else, and never again
   */
  record Created(ApiToken token, String secret) {}
}
