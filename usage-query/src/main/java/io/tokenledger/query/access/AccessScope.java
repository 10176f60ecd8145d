package io.tokenledger.query.access;

import io.tokenledger.events.OrgIds;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the caller may see in this request; the first argument of every read. It can only be
 * narrowed: a scope of every org reads nothing until the orgs are named.
 *
 * @param everyOrg a superadmin, whose orgs are not listed yet
 * @param wholeOrgs orgs in which everything may be seen
 * @param ownOrgs orgs in which only rows of {@code userId} may be seen
 * @param userId the caller; never empty where {@code ownOrgs} is not
 */
public record AccessScope(
    boolean everyOrg, Set<String> wholeOrgs, Set<String> ownOrgs, String userId) {

  public AccessScope {
    wholeOrgs = Set.copyOf(wholeOrgs);
    ownOrgs = Set.copyOf(ownOrgs);
    if (!wholeOrgs.stream().allMatch(OrgIds::isOrgId)
        || !ownOrgs.stream().allMatch(OrgIds::isOrgId)) {
      throw new IllegalArgumentException("An access scope holds valid org ids only");
    }
    if (!ownOrgs.isEmpty() && userId.isEmpty()) {
      throw new IllegalArgumentException("Own rows need a user: rows of nobody are not one's own");
    }
  }

  public static AccessScope ofEveryOrg() {
    return new AccessScope(true, Set.of(), Set.of(), "");
  }

  public static AccessScope ofWholeOrgs(Set<String> orgIds) {
    return new AccessScope(false, orgIds, Set.of(), "");
  }

  /** Rows of the user only; of nobody in no org, when there is no user. */
  public static AccessScope ofOwnRows(Set<String> orgIds, String userId) {
    return new AccessScope(false, Set.of(), userId.isEmpty() ? Set.of() : orgIds, userId);
  }

  /**
   * The one org of this scope.
   *
   * @throws IllegalStateException when it is not exactly one whole org
   */
  public String soleOrg() {
    if (wholeOrgs.size() != 1 || !ownOrgs.isEmpty()) {
      throw new IllegalStateException("This read is of exactly one org");
    }
    return wholeOrgs.iterator().next();
  }

  /**
   * What this scope has of one org: nothing, where it has none of it.
   *
   * @param orgId as {@link OrgIds#isOrgId} wants it
   */
  public AccessScope within(String orgId) {
    if (everyOrg) {
      return ofWholeOrgs(Set.of(orgId));
    }
    return new AccessScope(false, only(orgId, wholeOrgs), only(orgId, ownOrgs), userId);
  }

  /** All orgs of this scope, whole or own, sorted. */
  public Set<String> orgs() {
    Set<String> all = new TreeSet<>(wholeOrgs);
    all.addAll(ownOrgs);
    return all;
  }

  /** The value of the database setting {@code tokenledger.org_scope}: org ids with commas. */
  public String setting() {
    return String.join(",", orgs());
  }

  private static Set<String> only(String orgId, Set<String> orgIds) {
    return orgIds.contains(orgId) ? Set.of(orgId) : Set.of();
  }
}
