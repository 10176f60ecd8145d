package io.tokenledger.query.directory;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.Actor;
import io.tokenledger.query.postgres.OrgTransactions;
import io.tokenledger.service.access.OrgRole;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The members of the scope's org. Each change is noted in the audit log in its transaction. */
@ApplicationScoped
public class MemberDirectory {

  private final OrgTransactions transactions;
  private final OrgRepository orgs;
  private final MemberRepository members;
  private final MemberStorage storage;

  MemberDirectory(
      OrgTransactions transactions,
      OrgRepository orgs,
      MemberRepository members,
      MemberStorage storage) {
    this.transactions = transactions;
    this.orgs = orgs;
    this.members = members;
    this.storage = storage;
  }

  /**
   * Ordered by user id.
   *
   * @param after the last user id of the page before; empty for the first page
   */
  public Uni<List<Member>> members(AccessScope scope, String after, int limit) {
    return transactions
        .in(scope, () -> members.page(scope.soleOrg(), after, limit))
        .map(MemberDirectory::toMembers);
  }

  /** Fails as not found when the user is no member. */
  public Uni<Member> member(AccessScope scope, String userId) {
    return transactions
        .in(scope, () -> members.existing(scope.soleOrg(), userId))
        .map(MemberRow::toMember);
  }

  /**
   * Adds or changes all of them, or none when one breaks {@link MembershipRules}.
   *
   * @param changes of different users
   */
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
        .map(MemberDirectory::toMembers);
  }

  /** Fails as not found when the user is no member. */
  public Uni<Void> remove(AccessScope scope, String userId, Actor actor) {
    String orgId = scope.soleOrg();
    return transactions.in(
        scope,
        () ->
            orgs.locked(orgId)
                .chain(() -> members.existing(orgId, userId))
                .chain(row -> remove(row, actor)));
  }

  /**
   * What the first of the user's orgs calls them, or none does. It is for the user only: no org may
   * see what another calls its members.
   */
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
    SortedMap<Integer, String> whyByRow = new TreeMap<>();
    boolean losesOwner = false;
    for (MemberChange change : changes) {
      Optional<OrgRole> from =
          Optional.ofNullable(known.get(change.userId())).flatMap(MemberRow::orgRole);
      Optional<OrgRole> to = Optional.of(change.role());
      int row = changes.indexOf(change) + 1;
      MembershipRules.refusal(actor, from, to).ifPresent(why -> whyByRow.put(row, why));
      losesOwner |= MembershipRules.losesOwner(from, to);
    }
    if (!whyByRow.isEmpty()) {
      throw new RefusedException(Reason.NOT_PERMITTED, whyByRow);
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
