package io.tokenledger.query.directory;

import io.tokenledger.service.access.OrgRole;
import java.util.Optional;

/**
 * What a member shall be from now on.
 *
 * @param name absent: as before, or the user id for a new member
 * @param email absent: as before; empty for a new member
 */
public record MemberChange(
    String userId, OrgRole role, Optional<String> name, Optional<String> email) {}
