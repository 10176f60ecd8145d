package io.tokenledger.service.access;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Chooses where roles come from, once, by configuration. */
class RolesOrigin {

  @Produces
  @ApplicationScoped
  Roles roles(AccessConfig config, Pool pool, Caller caller) {
    return switch (config.rolesFrom()) {
      case DIRECTORY -> new DirectoryRoles(pool, caller, config.patience());
      case TOKEN -> new TokenRoles(caller);
    };
  }
}
