package io.tokenledger.gateway.chat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A question, or an answer.
 *
 * @param conversationId empty in the playground
 * @param content of an answer that runs, or that was broken off, what there is of it
 * @param eventId of the ledger; empty for a question, and where no call went out
 * @param usage empty where the provider told none
 * @param finishReason as the provider says it
 * @param error why there is no answer, or a part of one only
 * @param durationMs of the whole call
 */
public record Message(
    UUID id,
    Optional<UUID> conversationId,
    Role role,
    String content,
    State state,
    Optional<String> model,
    Optional<String> eventId,
    Optional<AnswerUsage> usage,
    Optional<String> finishReason,
    Optional<String> error,
    OptionalLong durationMs,
    OptionalLong timeToFirstTokenMs,
    Instant createdAt) {

  /** Whose message it is. */
  public enum Role {
    @JsonProperty("user")
    USER,
    @JsonProperty("assistant")
    ASSISTANT
  }

  /** How far an answer is. */
  public enum State {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("complete")
    COMPLETE,
    /** A part of it came; then its reader left, or the connection broke, or the gateway stopped. */
    @JsonProperty("interrupted")
    INTERRUPTED,
    /** Nothing came. */
    @JsonProperty("failed")
    FAILED
  }

  public static Message question(UUID conversationId, String content, Instant now) {
    return new Message(
        UUID.randomUUID(),
        Optional.of(conversationId),
        Role.USER,
        content,
        State.COMPLETE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        now);
  }

  /** One that begins. */
  public static Message answer(Optional<UUID> conversationId, String model, Instant now) {
    return new Message(
        UUID.randomUUID(),
        conversationId,
        Role.ASSISTANT,
        "",
        State.RUNNING,
        Optional.of(model),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        now);
  }
}
