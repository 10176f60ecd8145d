package io.tokenledger.query.directory;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.Actor;
import java.util.List;
import java.util.Optional;

/** The members of the scope's org. Each change is noted in the audit log in its transaction. */
public interface MemberDirectory {

  /**
   * Ordered by user id.
   *
   * @param after the last user id of the page before; empty for the first page
   */
  Uni<List<Member>> members(AccessScope scope, String after, int limit);

  /** Fails as not found when the user is no member. */
  Uni<Member> member(AccessScope scope, String userId);

  /**
   * Adds or changes all of them, or none when one breaks {@link MembershipRules}.
   *
   * @param changes of different users
   */
  Uni<List<Member>> put(AccessScope scope, List<MemberChange> changes, Actor actor);

  /** Fails as not found when the user is no member. */
  Uni<Void> remove(AccessScope scope, String userId, Actor actor);

  /**
   * What the first of the user's orgs calls them, or none does. It is for the user only: no org may
   * see what another calls its members.
   */
  Uni<Optional<String>> nameOf(String userId);
}
