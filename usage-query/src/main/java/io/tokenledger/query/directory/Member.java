package io.tokenledger.query.directory;

import io.tokenledger.service.access.OrgRole;
import java.time.Instant;

/** A user in an org, with the name and address that this org gave them. */
public record Member(String userId, String name, String email, OrgRole role, Instant since) {}
