package io.tokenledger.query.me;

import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code /me}.
 *
 * @param name null when neither the token nor an org says it
 * @param orgs ordered by id; of a superadmin all, at most 1,000
 */
public record MeAnswer(
    String userId, Optional<String> name, boolean superadmin, List<OwnOrg> orgs) {

  /**
   * An org of the caller.
   *
   * @param role null for a superadmin and for an API token
   */
  public record OwnOrg(
      String orgId,
      String name,
      Optional<String> role,
      List<String> permissions,
      String timeZone,
      String currencyLabel) {}
}
