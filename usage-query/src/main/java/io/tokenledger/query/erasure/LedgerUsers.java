package io.tokenledger.query.erasure;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.Actor;
import io.tokenledger.query.directory.MembershipRules;
import java.time.Instant;

/** The users that the ledger names. */
public interface LedgerUsers {

  /**
   * Replaces a user in the raw events and in the rollups, removes them from the directory and notes
   * it in the audit log: all of it in one transaction, or nothing.
   *
   * <p>Fails as {@link MembershipRules} say when the user is an owner whom the actor may not
   * remove, or the last one.
   *
   * @param actor who wants it
   * @return how many raw events were of the user
   */
  Uni<Long> replace(Replacement replacement, Actor actor);

  /**
   * @param pseudonym never used before
   * @param until events that occurred before it are the user's whom we mean
   */
  record Replacement(String orgId, String userId, String pseudonym, Instant until) {}
}
