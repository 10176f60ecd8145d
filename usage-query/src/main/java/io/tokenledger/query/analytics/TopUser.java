package io.tokenledger.query.analytics;

import io.tokenledger.query.sums.UsageSums;
import java.util.Optional;

/**
 * The usage of one user.
 *
 * @param profile known for members of the org only: a user id in an event is the producer's claim
 *     and must not open the name and address of a stranger
 */
public record TopUser(String userId, Optional<Profile> profile, UsageSums sums) {

  /** A person as the directory knows them; the address may be empty. */
  public record Profile(String id, String name, String email) {}
}
