package io.tokenledger.query.access;

import io.tokenledger.service.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Chooses where roles come from, once, by configuration. */
class RolesOrigin {

  @Produces
  @ApplicationScoped
  Roles roles(AccessConfig config, OrgMembers members, Caller caller) {
    return switch (config.rolesFrom()) {
      case DIRECTORY -> new DirectoryRoles(members, caller);
      case TOKEN -> new TokenRoles(caller);
    };
  }
}
