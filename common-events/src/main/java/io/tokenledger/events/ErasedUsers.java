package io.tokenledger.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The users of some orgs whose id was replaced by a pseudonym. Only hashes of the ids are kept; an
 * event that was on its way gets the pseudonym when it arrives.
 */
public final class ErasedUsers {

  /** Nobody was erased. */
  public static final ErasedUsers NONE = new ErasedUsers(List.of());

  private final Map<Person, List<ErasedUser>> erased = new HashMap<>();
  private final Set<String> orgs = new HashSet<>();

  public ErasedUsers(List<ErasedUser> users) {
    users.stream().sorted(Comparator.comparing(ErasedUser::until)).forEach(this::add);
  }

  private void add(ErasedUser user) {
    orgs.add(user.orgId);
    erased
        .computeIfAbsent(
            new Person(user.orgId, ByteBuffer.wrap(user.hash)), first -> new ArrayList<>())
        .add(user);
  }

  /**
   * @param hash of {@link #hash}
   * @param until events that occurred before it get the pseudonym
   */
  public record ErasedUser(String orgId, byte[] hash, Instant until, String pseudonym) {}

  /** The user id that an event is kept with: its own, or the pseudonym of the first erasure. */
  public String userIdOf(String orgId, String userId, Instant occurredAt) {
    if (userId.isEmpty() || !orgs.contains(orgId)) {
      return userId;
    }
    Person person = new Person(orgId, ByteBuffer.wrap(hash(orgId, userId)));
    return erased.getOrDefault(person, List.of()).stream()
        .filter(user -> occurredAt.isBefore(user.until))
        .map(ErasedUser::pseudonym)
        .findFirst()
        .orElse(userId);
  }

  /** SHA-256 over org id, a zero byte and user id. */
  public static byte[] hash(String orgId, String userId) {
    return Sha256.of((orgId + '\0' + userId).getBytes(StandardCharsets.UTF_8));
  }

  private record Person(String orgId, ByteBuffer hash) {}
}
