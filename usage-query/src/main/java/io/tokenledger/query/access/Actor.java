package io.tokenledger.query.access;

/**
 * Who changes the directory.
 *
 * @param owner of the org that is changed
 */
public record Actor(String userId, boolean superadmin, boolean owner) {

  /** Whether the actor may make someone an owner, or take that from someone. */
  public boolean ruleOwners() {
    return superadmin || owner;
  }
}
