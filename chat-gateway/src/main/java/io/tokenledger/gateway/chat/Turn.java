package io.tokenledger.gateway.chat;

import io.tokenledger.gateway.chat.model.Dialect;
import io.tokenledger.gateway.chat.model.Prompt;
import io.tokenledger.gateway.keys.HeldKey;
import io.vertx.core.MultiMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A question that is about to be asked.
 *
 * @param question empty in the playground
 * @param answer that begins
 * @param labels headers of the call
 */
record Turn(
    Optional<Message> question,
    Message answer,
    HeldKey key,
    Dialect dialect,
    Prompt prompt,
    Map<String, String> labels,
    Keeping keeping) {

  private static final String OURS = "x-tokenledger-";

  /**
   * The call is booked for the conversation and the answer, and tells its tokens. All of these
   * headers stay in the gateway.
   */
  MultiMap headers() {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    headers.set("content-type", "application/json").set("accept", "text/event-stream");
    dialect.headers().forEach(headers::set);
    labels.forEach(headers::set);
    answer
        .conversationId()
        .map(UUID::toString)
        .ifPresent(id -> headers.set(OURS + "conversation", id));
    headers.set(OURS + "message", answer.id().toString());
    headers.set(OURS + "usage", "include");
    return headers;
  }
}
