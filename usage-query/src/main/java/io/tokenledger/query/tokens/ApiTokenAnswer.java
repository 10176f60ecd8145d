package io.tokenledger.query.tokens;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An API token, without its secret.
 *
 * @param hint the first characters of the secret, to know it again by
 * @param lastUsedAt exact to a minute; null when it was never used
 * @param userId whose the calls of models are that it makes; null when none is fixed
 * @param userFromRequest whether a request may name another user
 * @param tags of each call
 * @param feature of each call; null when none is fixed
 * @param models that may be called; empty when any may
 * @param upstreams that may be called; empty when any may
 */
public record ApiTokenAnswer(
    UUID tokenId,
    String name,
    String hint,
    List<String> scopes,
    String createdBy,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> lastUsedAt,
    Optional<String> userId,
    boolean userFromRequest,
    Map<String, String> tags,
    Optional<String> feature,
    List<String> models,
    List<String> upstreams) {

  /** Every token of the org, the last made first. */
  public record All(List<ApiTokenAnswer> apiTokens) {}

  /**
   * A token that was made.
   *
   * @param token the secret, known to nobody else; it is shown here and never again
   */
  public record Created(String token, ApiTokenAnswer apiToken) {}
}
