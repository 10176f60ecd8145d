package io.tokenledger.service.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where the roles and groups of callers come from. */
@ConfigMapping(prefix = "tokenledger.access")
public interface AccessConfig {

  /** {@code directory}: the table access.org_member; {@code token}: the claim {@code orgs}. */
  @WithDefault("directory")
  RoleOrigin rolesFrom();

  /**
   * What the groups of a token begin with that mean something here; the others count for nothing.
   * Absent, each group is taken as it is called.
   */
  Optional<String> groupPrefix();

  /** How long a request waits for the directory; then it is answered with 504. */
  @WithDefault("10s")
  Duration patience();

  /** The values of {@code tokenledger.access.roles-from}. */
  enum RoleOrigin {
    DIRECTORY,
    TOKEN
  }
}
