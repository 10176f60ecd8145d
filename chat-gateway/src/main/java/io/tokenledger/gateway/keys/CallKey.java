package io.tokenledger.gateway.keys;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the key of a call stands for: an API token with the scope {@code llm:call}, or a member of
 * an org who writes to a model.
 *
 * @param tokenId empty where a person calls, who is signed in
 * @param orgId whose the calls are; a request never changes it
 * @param userId whose the calls are within the org, where a request does not say or may not
 * @param userFromRequest whether a request may name the user
 * @param tags each call has them, whatever a request says
 * @param feature each call has it, whatever a request says; empty: the request says it
 * @param models that may be called, by their whole names; empty: any
 * @param upstreams that may be called; empty: any
 * @param expiresAt from then on it is no key
 */
public record CallKey(
    Optional<UUID> tokenId,
    String orgId,
    Optional<String> userId,
    boolean userFromRequest,
    Map<String, String> tags,
    Optional<String> feature,
    Set<String> models,
    Set<String> upstreams,
    Instant expiresAt) {

  public CallKey {
    tags = Map.copyOf(tags);
    models = Set.copyOf(models);
    upstreams = Set.copyOf(upstreams);
  }

  /**
   * Of a member who is signed in.
   *
   * @param models that people may write to; empty: any
   */
  public static CallKey ofPerson(String orgId, String userId, Set<String> models) {
    return new CallKey(
        Optional.empty(),
        orgId,
        Optional.of(userId),
        false,
        Map.of(),
        Optional.empty(),
        models,
        Set.of(),
        Instant.MAX);
  }

  /** The same, where it was found out whose the call is; empty: nobody's. */
  public CallKey ofUser(Optional<String> user) {
    return new CallKey(tokenId, orgId, user, false, tags, feature, models, upstreams, expiresAt);
  }

  /**
   * @param model as the upstream is asked for it, without the name of an upstream before it
   */
  public boolean allows(String model) {
    return models.isEmpty() || models.contains(model);
  }

  public boolean allowsUpstream(String name) {
    return upstreams.isEmpty() || upstreams.contains(name);
  }
}
