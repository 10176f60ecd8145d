package io.tokenledger.ingest.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.DeadLetterHeaders;
import io.tokenledger.ingest.LetterId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A dead letter as it is kept.
 *
 * @param key of the message; null for one without
 * @param value of the message, perhaps only its beginning; null for one without
 * @param headers the message's own
 * @param notes ours, by the names of {@link DeadLetterHeaders}
 * @param json the value, when it can be read safely as JSON; parsed once, for it may be a mebibyte
 *     and is looked at by filter and answer
 */
public record KeptLetter(
    LetterId id,
    Instant deadLetteredAt,
    byte[] key,
    byte[] value,
    Map<String, String> headers,
    Map<String, String> notes,
    Optional<JsonNode> json) {

  /** Empty when the letter does not have this note. */
  public String note(String name) {
    return notes.getOrDefault(name, "");
  }

  public String reason() {
    return note(DeadLetterHeaders.REASON);
  }

  /** When the message was sent first; empty when the letter does not say. */
  public String sentAt() {
    return note(DeadLetterHeaders.SOURCE_TIMESTAMP);
  }

  /** Why sending the message again would not send what came; empty when it would. */
  public Optional<String> lost() {
    if (!note(DeadLetterHeaders.CUT_FROM_BYTES).isEmpty()) {
      return Optional.of(
          "only the beginning of its %s bytes is kept"
              .formatted(note(DeadLetterHeaders.CUT_FROM_BYTES)));
    }
    return note(DeadLetterHeaders.HEADERS_DROPPED).isEmpty()
        ? Optional.empty()
        : Optional.of("its headers were too large to be kept");
  }

  /** As the message names it, in an envelope or without; empty when it does not. */
  public String orgId() {
    return json.flatMap(
            message ->
                text(message.path("orgId"))
                    .or(() -> text(message.path("data").path("orgId")))
                    .or(() -> text(message.path("subject"))))
        .orElseGet(() -> headers.getOrDefault("ce_subject", ""));
  }

  private static Optional<String> text(JsonNode field) {
    return Optional.ofNullable(field.textValue());
  }
}
