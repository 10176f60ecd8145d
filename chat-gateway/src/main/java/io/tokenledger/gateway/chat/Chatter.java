package io.tokenledger.gateway.chat;

import io.tokenledger.gateway.keys.CallKey;
import io.tokenledger.gateway.keys.HeldKey;
import java.util.Optional;
import java.util.Set;

/**
 * Who writes: a member who is signed in, or whoever an API token speaks for.
 *
 * @param userId whose the conversations are
 * @param orgs in which they may write; never one that is not theirs
 * @param token present when an API token speaks
 */
public record Chatter(String userId, Set<String> orgs, Optional<HeldKey> token) {

  public Chatter {
    orgs = Set.copyOf(orgs);
  }

  /**
   * The key of a call in one of the orgs.
   *
   * @param models that people may write to; a token has its own
   */
  HeldKey key(String orgId, Set<String> models) {
    return token.orElseGet(() -> HeldKey.ofPerson(CallKey.ofPerson(orgId, userId, models)));
  }
}
