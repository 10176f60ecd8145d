package io.tokenledger.query.directory;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.Actor;
import io.tokenledger.query.postgres.OrgTransactions;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The orgs. Each change is noted in the audit log in the same transaction. */
@ApplicationScoped
public class OrgDirectory {

  private final OrgTransactions transactions;
  private final OrgRepository orgs;
  private final MemberRepository members;
  private final Clock clock = Clock.systemUTC();

  OrgDirectory(OrgTransactions transactions, OrgRepository orgs, MemberRepository members) {
    this.transactions = transactions;
    this.orgs = orgs;
    this.members = members;
  }

  /**
   * Ordered by id.
   *
   * @param scope with {@code everyOrg}, all of them
   * @param after the last id of the page before; empty for the first page
   */
  public Uni<List<Org>> orgs(AccessScope scope, String after, int limit) {
    return transactions
        .unscoped(
            () ->
                scope.everyOrg()
                    ? orgs.pageOfAll(after, limit)
                    : orgs.pageOf(scope.orgs(), after, limit))
        .map(rows -> rows.stream().map(OrgRow::toOrg).toList());
  }

  /**
   * Fails as not found when the scope's org is not in the directory.
   *
   * @param scope of one org, whole or not: every member may know it
   */
  public Uni<Org> org(AccessScope scope) {
    String orgId = scope.orgs().iterator().next();
    return transactions.in(scope, () -> orgs.existing(orgId)).map(OrgRow::toOrg);
  }

  /** Makes the org, which only a superadmin may, or replaces its settings. */
  public Uni<Org> put(AccessScope scope, OrgSettings settings, Actor actor) {
    String orgId = scope.soleOrg();
    return transactions
        .in(
            scope,
            () ->
                orgs.findById(orgId)
                    .chain(
                        row ->
                            row == null
                                ? create(orgId, settings, actor)
                                : change(row, settings, actor)))
        .map(OrgRow::toOrg);
  }

  /** Memberships and API tokens end with the org; its usage and its audit log stay. */
  public Uni<Void> delete(AccessScope scope, Actor actor) {
    requireSuperadmin(actor, "Orgs are deleted by a superadmin.");
    return transactions.in(
        scope, () -> orgs.locked(scope.soleOrg()).chain(row -> delete(row, actor)));
  }

  private Uni<OrgRow> create(String orgId, OrgSettings settings, Actor actor) {
    requireSuperadmin(actor, "Orgs are made by a superadmin.");
    OrgRow row = OrgRow.of(orgId, settings, clock.instant().truncatedTo(ChronoUnit.MICROS));
    return orgs.persistAndFlush(row)
        .call(() -> transactions.note(actor, orgId, "org.created", Map.of("new", row.toAudit())));
  }

  private Uni<OrgRow> change(OrgRow row, OrgSettings settings, Actor actor) {
    Map<String, Object> old = row.toAudit();
    row.set(settings);
    Map<String, Object> detail = Map.of("old", old, "new", row.toAudit());
    return transactions.note(actor, row.orgId, "org.changed", detail).replaceWith(row);
  }

  /** The tokens go by the foreign key. */
  private Uni<Void> delete(OrgRow row, Actor actor) {
    Map<String, Object> detail = Map.of("old", row.toAudit());
    return members
        .userIds(row.orgId)
        .call(() -> members.delete("key.orgId", row.orgId))
        .chain(userIds -> transactions.forget(userIds.toArray(String[]::new)))
        .chain(() -> orgs.delete(row))
        .chain(() -> transactions.note(actor, row.orgId, "org.deleted", detail));
  }

  private static void requireSuperadmin(Actor actor, String why) {
    if (!actor.superadmin()) {
      throw new RefusedException(Reason.NOT_PERMITTED, why);
    }
  }
}
