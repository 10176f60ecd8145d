package io.tokenledger.query.tokens;

import io.tokenledger.service.access.ApiScope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A machine's token, without its secret.
 *
 * @param hint the first characters of the secret, to know it again by
 * @param lastUsedAt exact to a minute; absent when it was never used
 */
public record ApiToken(
    UUID tokenId,
    String name,
    String hint,
    Set<ApiScope> scopes,
    String createdBy,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> lastUsedAt) {}
