package io.tokenledger.gateway.request;

import java.util.Map;
import java.util.Optional;

/**
 * What a body says of who asks. None of it is trusted: {@link Attribution} decides what counts.
 *
 * @param conversation the first of the places where clients put it
 * @param metadata scalars only, in their text form
 */
public record BodyIdentity(
    Optional<String> user, Optional<String> conversation, Map<String, String> metadata) {

  public static final BodyIdentity NONE =
      new BodyIdentity(Optional.empty(), Optional.empty(), Map.of());
}
