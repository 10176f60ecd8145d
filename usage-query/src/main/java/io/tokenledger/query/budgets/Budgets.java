package io.tokenledger.query.budgets;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.Actor;
import io.tokenledger.query.directory.OrgRepository;
import io.tokenledger.query.directory.OrgRow;
import io.tokenledger.query.directory.OrgSettings;
import io.tokenledger.query.postgres.OrgTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Map;
import java.util.OptionalLong;

/** The budgets of orgs. Each change is noted in the audit log in the same transaction. */
@ApplicationScoped
public class Budgets {

  private final OrgTransactions transactions;
  private final OrgRepository orgs;
  private final BudgetRepository budgets;

  Budgets(OrgTransactions transactions, OrgRepository orgs, BudgetRepository budgets) {
    this.transactions = transactions;
    this.orgs = orgs;
    this.budgets = budgets;
  }

  /** An org that is not in the directory has none, and the time zone of such an org. */
  public Uni<Budget> budget(AccessScope scope) {
    return transactions.in(
        scope, () -> orgs.findById(scope.soleOrg()).chain(org -> budgetOf(scope.soleOrg(), org)));
  }

  /**
   * Locks the org, so that of two changes at once each notes what the other left. Fails as not
   * found when the scope's org is not in the directory.
   *
   * @param monthlyNanos nano-dollars, at least 1
   */
  public Uni<Void> put(AccessScope scope, long monthlyNanos, Actor actor) {
    String orgId = scope.soleOrg();
    return transactions.in(
        scope,
        () ->
            orgs.locked(orgId)
                .chain(() -> budgets.findById(orgId))
                .chain(
                    row ->
                        row == null
                            ? add(BudgetRow.of(orgId, monthlyNanos), actor)
                            : change(row, monthlyNanos, actor)));
  }

  /** Where there is none, nothing changes. */
  public Uni<Void> remove(AccessScope scope, Actor actor) {
    return transactions.in(
        scope,
        () ->
            orgs.locked(scope.soleOrg())
                .chain(() -> budgets.findById(scope.soleOrg()))
                .chain(row -> row == null ? Uni.createFrom().voidItem() : remove(row, actor)));
  }

  private Uni<Budget> budgetOf(String orgId, OrgRow org) {
    String zone = org == null ? OrgSettings.DEFAULT_TIME_ZONE : org.timeZone;
    return budgets
        .findById(orgId)
        .map(
            row ->
                new Budget(
                    row == null ? OptionalLong.empty() : OptionalLong.of(row.monthlyNanos),
                    ZoneId.of(zone)));
  }

  private Uni<Void> add(BudgetRow row, Actor actor) {
    return budgets
        .persistAndFlush(row)
        .chain(
            () -> transactions.note(actor, row.orgId, "budget.set", Map.of("new", row.toAudit())));
  }

  private Uni<Void> change(BudgetRow row, long monthlyNanos, Actor actor) {
    Map<String, Object> old = row.toAudit();
    row.monthlyNanos = monthlyNanos;
    Map<String, Object> detail = Map.of("old", old, "new", row.toAudit());
    return transactions.note(actor, row.orgId, "budget.changed", detail);
  }

  private Uni<Void> remove(BudgetRow row, Actor actor) {
    return budgets
        .delete(row)
        .chain(
            () ->
                transactions.note(
                    actor, row.orgId, "budget.removed", Map.of("old", row.toAudit())));
  }
}
