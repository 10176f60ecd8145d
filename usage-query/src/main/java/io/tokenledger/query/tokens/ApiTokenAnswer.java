package io.tokenledger.query.tokens;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An API token, without its secret.
 *
 * @param hint the first characters of the secret, to know it again by
 * @param lastUsedAt exact to a minute; null when it was never used
 */
public record ApiTokenAnswer(
    UUID tokenId,
    String name,
    String hint,
    List<String> scopes,
    String createdBy,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> lastUsedAt) {

  /** Every token of the org, the last made first. */
  public record All(List<ApiTokenAnswer> apiTokens) {}

  /**
   * A token that was made.
   *
   * @param token the secret, known to nobody else; it is shown here and never again
   */
  public record Created(String token, ApiTokenAnswer apiToken) {}
}
