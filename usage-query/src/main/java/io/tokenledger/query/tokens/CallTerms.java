package io.tokenledger.query.tokens;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the calls of models are booked that a token with {@code llm:call} makes, and what they may go
 * to.
 *
 * @param userId whose the calls are, where the request does not say or may not
 * @param userFromRequest whether a request may name the user
 * @param tags each call has them
 * @param feature each call has it; empty: the request says it
 * @param models that may be called; empty: any
 * @param upstreams of chat-gateway that may be called; empty: any
 */
public record CallTerms(
    Optional<String> userId,
    boolean userFromRequest,
    Map<String, String> tags,
    Optional<String> feature,
    List<String> models,
    List<String> upstreams) {

  /** Of a token that says nothing of calls, or makes none. */
  public static final CallTerms NONE =
      new CallTerms(Optional.empty(), true, Map.of(), Optional.empty(), List.of(), List.of());

  public CallTerms {
    tags = Map.copyOf(tags);
    models = List.copyOf(models);
    upstreams = List.copyOf(upstreams);
  }
}
