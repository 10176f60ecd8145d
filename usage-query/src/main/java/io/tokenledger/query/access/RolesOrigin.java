package io.tokenledger.query.access;

import io.tokenledger.query.QueryConfig;
import io.tokenledger.service.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Chooses where roles come from, once, by configuration. */
class RolesOrigin {

  @Produces
  @ApplicationScoped
  Roles roles(AccessConfig config, QueryConfig limits, OrgMembers members, Caller caller) {
    return switch (config.rolesFrom()) {
      case DIRECTORY -> new DirectoryRoles(members, caller, limits.patience());
      case TOKEN -> new TokenRoles(caller);
    };
  }
}
