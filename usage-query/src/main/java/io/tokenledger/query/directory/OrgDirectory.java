package io.tokenledger.query.directory;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.Actor;
import java.util.List;

/** The orgs. Each change is noted in the audit log in the same transaction. */
public interface OrgDirectory {

  /**
   * Ordered by id.
   *
   * @param scope with {@code everyOrg}, all of them
   * @param after the last id of the page before; empty for the first page
   */
  Uni<List<Org>> orgs(AccessScope scope, String after, int limit);

  /**
   * Fails as not found when the scope's org is not in the directory.
   *
   * @param scope of one org, whole or not: every member may know it
   */
  Uni<Org> org(AccessScope scope);

  /** Makes the org, which only a superadmin may, or replaces its settings. */
  Uni<Org> put(AccessScope scope, OrgSettings settings, Actor actor);

  /** Memberships and API tokens end with the org; its usage and its audit log stay. */
  Uni<Void> delete(AccessScope scope, Actor actor);
}
