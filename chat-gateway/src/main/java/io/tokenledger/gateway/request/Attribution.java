package io.tokenledger.gateway.request;

import io.tokenledger.events.UsageLimits;
import io.tokenledger.gateway.keys.CallKey;
import io.tokenledger.gateway.request.client.Bounds;
import io.tokenledger.gateway.request.client.ClientHeaders;
import io.vertx.core.MultiMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whom and what a call is for: what the key fixes goes before headers, headers before the body. All
 * of it is within the bounds of the event, and without control characters.
 *
 * @param metadata texts and numbers, at most {@link UsageLimits#MAX_TAGS} of them
 * @param truncated how many values were cut or dropped to keep the bounds
 */
public record Attribution(
    Optional<String> userId,
    Optional<String> conversationId,
    Optional<String> messageId,
    Optional<String> feature,
    Optional<String> activity,
    Optional<String> category,
    Map<String, Object> metadata,
    int truncated) {

  public static Attribution of(MultiMap headers, Asked asked, CallKey key) {
    ClientHeaders client = new ClientHeaders(headers);
    BodyIdentity body = asked.identity();
    Bounds bounds = new Bounds();
    Optional<String> user = bounds.id(user(client, body, key), UsageLimits.MAX_ID);
    Optional<String> conversation =
        bounds.id(conversation(client, body), UsageLimits.MAX_CONVERSATION_ID);
    Optional<String> message = bounds.id(client.ours("message"), UsageLimits.MAX_CONVERSATION_ID);
    Optional<String> feature = bounds.slug(key.feature().or(() -> client.ours("feature")));
    Optional<String> activity = bounds.label(client.ours("activity"));
    Optional<String> category = bounds.label(client.ours("category"));
    addTags(bounds, client, body, key);
    return new Attribution(
        user,
        conversation,
        message,
        feature,
        activity,
        category,
        bounds.tags(),
        bounds.truncated());
  }

  private static Optional<String> user(ClientHeaders client, BodyIdentity body, CallKey key) {
    return key.userFromRequest() ? client.user().or(body::user).or(key::userId) : key.userId();
  }

  /** Agents name their session in several places; the others may mean less by theirs. */
  private static Optional<String> conversation(ClientHeaders client, BodyIdentity body) {
    return client.agentSession().or(body::agentSession).or(client::session).or(body::conversation);
  }

  private static void addTags(Bounds bounds, ClientHeaders client, BodyIdentity body, CallKey key) {
    bounds.addTags(key.tags());
    client.retries().ifPresent(retries -> bounds.addTag("retryCount", retries));
    client.tags().forEach(bounds::addTags);
    bounds.addTags(body.metadata());
    client.requestId().ifPresent(id -> bounds.addTag("requestId", id));
  }
}
