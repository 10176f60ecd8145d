package io.tokenledger.query.directory;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.Actor;
import io.tokenledger.query.postgres.OrgTransactions;
import io.tokenledger.service.access.OrgRole;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Problem;
import io.tokenledger.service.http.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Members by Hibernate Reactive. */
@ApplicationScoped
class PanacheMemberDirectory implements MemberDirectory {

  private final OrgTransactions transactions;
  private final OrgRows orgs;
  private final MemberRows members;
  private final MemberStorage storage;

  PanacheMemberDirectory(
      OrgTransactions transactions, OrgRows orgs, MemberRows members, MemberStorage storage) {
    this.transactions = transactions;
    this.orgs = orgs;
    this.members = members;
    this.storage = storage;
  }

  @Override
  public Uni<List<Member>> members(AccessScope scope, String after, int limit) {
    return transactions
        .in(scope, () -> members.page(scope.soleOrg(), after, limit))
        .map(PanacheMemberDirectory::toMembers);
  }

  @Override
  public Uni<Member> member(AccessScope scope, String userId) {
    return transactions
        .in(scope, () -> members.existing(scope.soleOrg(), userId))
        .map(MemberRow::toMember);
  }

  @Override
  public Uni<List<Member>> put(AccessScope scope, List<MemberChange> changes, Actor actor) {
    String orgId = scope.soleOrg();
    List<String> userIds = changes.stream().map(MemberChange::userId).toList();
    return transactions
        .in(
            scope,
            () ->
                orgs.locked(orgId)
                    .chain(() -> members.of(orgId, userIds))
                    .chain(known -> putAll(orgId, byUser(known), changes, actor)))
        .map(PanacheMemberDirectory::toMembers);
  }

  @Override
  public Uni<Void> remove(AccessScope scope, String userId, Actor actor) {
    String orgId = scope.soleOrg();
    return transactions.in(
        scope,
        () ->
            orgs.locked(orgId)
                .chain(() -> members.existing(orgId, userId))
                .chain(row -> remove(row, actor)));
  }

  @Override
  public Uni<Optional<String>> nameOf(String userId) {
    return transactions.unscoped(() -> members.nameOf(userId));
  }

  private Uni<List<MemberRow>> putAll(
      String orgId, Map<String, MemberRow> known, List<MemberChange> changes, Actor actor) {
    boolean losesOwner = checked(known, changes, actor);
    return Multi.createFrom()
        .iterable(changes)
        .onItem()
        .transformToUniAndConcatenate(change -> storage.put(orgId, known, change, actor))
        .collect()
        .asList()
        .call(() -> ownerStays(orgId, losesOwner));
  }

  /** Refuses all of them with what is wrong with each; else answers whether an owner is lost. */
  private static boolean checked(
      Map<String, MemberRow> known, List<MemberChange> changes, Actor actor) {
    List<Problem.Fault> faults = new ArrayList<>();
    boolean losesOwner = false;
    for (MemberChange change : changes) {
      Optional<OrgRole> from =
          Optional.ofNullable(known.get(change.userId())).flatMap(MemberRow::orgRole);
      Optional<OrgRole> to = Optional.of(change.role());
      int row = changes.indexOf(change) + 1;
      MembershipRules.refusal(actor, from, to)
          .ifPresent(why -> faults.add(new Problem.Fault(row, why)));
      losesOwner |= MembershipRules.losesOwner(from, to);
    }
    if (!faults.isEmpty()) {
      throw new ApiException(ProblemCode.FORBIDDEN, faults.get(0).detail(), faults);
    }
    return losesOwner;
  }

  private Uni<Void> remove(MemberRow row, Actor actor) {
    Optional<OrgRole> from = row.orgRole();
    MembershipRules.require(actor, from, Optional.empty());
    boolean losesOwner = MembershipRules.losesOwner(from, Optional.empty());
    return storage.remove(row, actor).call(() -> ownerStays(row.key.orgId(), losesOwner));
  }

  /** Counts behind the change, within its transaction; a failure takes the change back. */
  private Uni<Void> ownerStays(String orgId, boolean losesOwner) {
    return losesOwner
        ? members
            .flush()
            .chain(() -> members.owners(orgId))
            .invoke(MembershipRules::requireOwnerLeft)
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  private static Map<String, MemberRow> byUser(List<MemberRow> rows) {
    return rows.stream().collect(Collectors.toMap(row -> row.key.userId(), Function.identity()));
  }

  private static List<Member> toMembers(List<MemberRow> rows) {
    return rows.stream().map(MemberRow::toMember).toList();
  }
}
