package io.tokenledger.gateway.keys;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What an API token lets a call do. */
public record CallKey(
    UUID tokenId,
    String orgId,
    Optional<String> userId,
    boolean userFromRequest,
    Map<String, String> tags,
    Optional<String> feature,
    Set<String> models,
    Set<String> upstreams,
    Instant expiresAt) {}
