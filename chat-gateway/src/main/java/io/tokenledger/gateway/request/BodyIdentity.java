package io.tokenledger.gateway.request;

import java.util.Map;
import java.util.Optional;

/**
 * What a body says of who asks. None of it is trusted: {@link Attribution} decides what counts.
 *
 * @param agentSession the session that Claude Code puts into the user's id
 * @param conversation the first of the other places where clients put it
 * @param metadata scalars only, in their text form
 */
public record BodyIdentity(
    Optional<String> user,
    Optional<String> agentSession,
    Optional<String> conversation,
    Map<String, String> metadata) {

  public static final BodyIdentity NONE =
      new BodyIdentity(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
}
