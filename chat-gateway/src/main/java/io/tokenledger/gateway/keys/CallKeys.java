package io.tokenledger.gateway.keys;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Finds what the key of a call stands for. */
public interface CallKeys {

  /**
   * Absent for what is no API token, for one that does not exist, was revoked (within 5 s) or has
   * expired (at once), and for one without the scope {@code llm:call}. A JWT is no key. Fails with
   * an {@code ApiException} of {@code unavailable} where the database does not say.
   *
   * @param secret as the request has it
   */
  Uni<Optional<CallKey>> of(String secret);
}
