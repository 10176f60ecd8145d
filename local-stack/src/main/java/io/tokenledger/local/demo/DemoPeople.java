package io.tokenledger.local.demo;

import io.tokenledger.local.postgres.AccessDirectory;
import io.tokenledger.local.postgres.LedgerDatabase;
import java.sql.SQLException;

/** Puts the orgs, the people and their roles into the directory. */
final class DemoPeople {

  private DemoPeople() {}

  /**
   * @param first whether they are new; later, a budget that was removed stays so
   */
  static void put(LedgerDatabase database, boolean first) throws SQLException {
    try (AccessDirectory directory = new AccessDirectory(database)) {
      for (DemoOrg org : DemoPlatform.ORGS) {
        put(directory, org);
        if (first) {
          directory.putBudget(org.id(), org.monthlyUsd());
        }
      }
    }
  }

  private static void put(AccessDirectory directory, DemoOrg org) throws SQLException {
    directory.putOrg(org.id(), org.name());
    for (DemoUser user : org.users()) {
      directory.putUser(user.id(), user.name(), user.email());
      directory.putMember(org.id(), user.id(), user.role());
    }
  }
}
