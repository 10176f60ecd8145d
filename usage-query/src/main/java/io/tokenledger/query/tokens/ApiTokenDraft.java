package io.tokenledger.query.tokens;

import io.tokenledger.service.access.ApiScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A token to be made.
 *
 * @param scopes at least one
 * @param expiresAt in the future, and at most {@link #MAX_LIFETIME} away
 * @param calls {@link CallTerms#NONE} without the scope {@code llm:call}
 */
public record ApiTokenDraft(String name, Set<ApiScope> scopes, Instant expiresAt, CallTerms calls) {

  public static final Duration DEFAULT_LIFETIME = Duration.ofDays(90);
  public static final Duration MAX_LIFETIME = Duration.ofDays(366);
}
