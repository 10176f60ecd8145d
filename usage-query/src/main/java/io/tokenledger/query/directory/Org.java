package io.tokenledger.query.directory;

import java.time.Instant;

/** An org of the directory. */
public record Org(String orgId, OrgSettings settings, Instant createdAt) {}
