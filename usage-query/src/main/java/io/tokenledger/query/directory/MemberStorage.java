package io.tokenledger.query.directory;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.Actor;
import io.tokenledger.query.postgres.OrgTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Writes one membership and the note of it. What is allowed was found out before. */
@ApplicationScoped
class MemberStorage {

  private final OrgTransactions transactions;
  private final MemberRepository members;
  private final Clock clock = Clock.systemUTC();

  MemberStorage(OrgTransactions transactions, MemberRepository members) {
    this.transactions = transactions;
    this.members = members;
  }

  Uni<MemberRow> put(String orgId, Map<String, MemberRow> known, MemberChange change, Actor actor) {
    MemberRow row = known.get(change.userId());
    return row == null ? add(orgId, change, actor) : change(row, change, actor);
  }

  Uni<Void> remove(MemberRow row, Actor actor) {
    Map<String, Object> detail = Map.of("userId", row.key.userId(), "old", row.toAudit());
    return members
        .delete(row)
        .chain(() -> transactions.forget(row.key.userId()))
        .chain(() -> transactions.note(actor, row.key.orgId(), "member.removed", detail));
  }

  private Uni<MemberRow> add(String orgId, MemberChange change, Actor actor) {
    MemberRow row = MemberRow.of(orgId, change, clock.instant().truncatedTo(ChronoUnit.MICROS));
    Map<String, Object> detail = Map.of("userId", change.userId(), "new", row.toAudit());
    return transactions
        .addUser(change.userId())
        .chain(() -> members.persist(row))
        .call(() -> transactions.note(actor, orgId, "member.added", detail));
  }

  private Uni<MemberRow> change(MemberRow row, MemberChange change, Actor actor) {
    Map<String, Object> old = row.toAudit();
    row.set(change);
    Map<String, Object> detail =
        Map.of("userId", change.userId(), "old", old, "new", row.toAudit());
    return transactions.note(actor, row.key.orgId(), "member.changed", detail).replaceWith(row);
  }
}
