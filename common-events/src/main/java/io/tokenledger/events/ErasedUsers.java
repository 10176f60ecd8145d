package io.tokenledger.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The users of some orgs whose id was replaced by a pseudonym. Only hashes of the ids are kept; an
 * event that was on its way gets the pseudonym when it arrives.
 */
public final class ErasedUsers {

  /** Nobody was erased. */
  public static final ErasedUsers NONE = new ErasedUsers(List.of());

  private final Map<String, List<ErasedUser>> byOrg = new HashMap<>();

  public ErasedUsers(List<ErasedUser> erased) {
    erased.stream()
        .sorted(Comparator.comparing(ErasedUser::until))
        .forEach(user -> byOrg.computeIfAbsent(user.orgId, org -> new ArrayList<>()).add(user));
  }

  /**
   * @param hash of {@link #hash}
   * @param until events that occurred before it get the pseudonym
   */
  public record ErasedUser(String orgId, byte[] hash, Instant until, String pseudonym) {}

  /** The user id that an event is kept with: its own, or the pseudonym of the first erasure. */
  public String userIdOf(String orgId, String userId, Instant occurredAt) {
    List<ErasedUser> ofOrg = byOrg.getOrDefault(orgId, List.of());
    if (ofOrg.isEmpty() || userId.isEmpty()) {
      return userId;
    }
    byte[] hash = hash(orgId, userId);
    return ofOrg.stream()
        .filter(user -> occurredAt.isBefore(user.until) && MessageDigest.isEqual(hash, user.hash))
        .map(ErasedUser::pseudonym)
        .findFirst()
        .orElse(userId);
  }

  /** SHA-256 over org id, a zero byte and user id. */
  public static byte[] hash(String orgId, String userId) {
    return Sha256.of((orgId + '\0' + userId).getBytes(StandardCharsets.UTF_8));
  }
}
