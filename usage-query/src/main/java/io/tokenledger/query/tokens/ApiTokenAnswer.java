package io.tokenledger.query.tokens;

import io.tokenledger.service.access.ApiScope;
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

  static ApiTokenAnswer of(ApiToken token) {
    return new ApiTokenAnswer(
        token.tokenId(),
        token.name(),
        token.hint(),
        token.scopes().stream().map(ApiScope::code).sorted().toList(),
        token.createdBy(),
        token.createdAt(),
        token.expiresAt(),
        token.lastUsedAt());
  }

  /** Every token of the org, the last made first. */
  public record All(List<ApiTokenAnswer> apiTokens) {

    static All of(List<ApiToken> tokens) {
      return new All(tokens.stream().map(ApiTokenAnswer::of).toList());
    }
  }

  /**
   * A token that was made.
   *
   * @param token the secret; it is shown here and never again
   */
  public record Created(String token, ApiTokenAnswer apiToken) {

    static Created of(ApiTokens.Created created) {
      return new Created(created.secret(), ApiTokenAnswer.of(created.token()));
    }
  }
}
