package io.tokenledger.query.budgets;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.Actor;

/** The budgets of orgs. Each change is noted in the audit log in the same transaction. */
public interface Budgets {

  /** An org that is not in the directory has none, and the time zone of such an org. */
  Uni<Budget> budget(AccessScope scope);

  /**
   * Fails as not found when the scope's org is not in the directory.
   *
   * @param monthlyNanos nano-dollars, at least 1
   */
  Uni<Void> put(AccessScope scope, long monthlyNanos, Actor actor);

  /** Where there is none, nothing changes. */
  Uni<Void> remove(AccessScope scope, Actor actor);
}
