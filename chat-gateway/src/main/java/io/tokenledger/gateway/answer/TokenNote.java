package io.tokenledger.gateway.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;

/** The tokens of an answer, told once where the client asked for them. */
final class TokenNote {

  static final String FIELD = "token_usage";

  private final UsageNote note;
  private final String modelAsked;
  private boolean told;

  TokenNote(UsageNote note, String modelAsked) {
    this.note = note;
    this.modelAsked = modelAsked;
  }

  boolean isWanted() {
    return note != UsageNote.NONE;
  }

  /** Empty when there is nothing to tell, or it was told. */
  Optional<ObjectNode> take(AnswerFacts facts) {
    List<JsonNode> chunks = told || !isWanted() ? List.of() : facts.usageChunks();
    if (chunks.isEmpty()) {
      return Optional.empty();
    }
    Optional<ObjectNode> tokens = note.of(chunks, facts.model().orElse(modelAsked));
    told = tokens.isPresent();
    return tokens;
  }

  /**
   * The bytes with the field in their JSON object.
   *
   * @param end behind the object's brace
   */
  Buffer spliced(Buffer bytes, int end, ObjectNode tokens) {
    int brace = end - 1;
    return Buffer.buffer(bytes.length() + 256)
        .appendBuffer(bytes, 0, brace)
        .appendString(",\"" + FIELD + "\":" + tokens)
        .appendBuffer(bytes, brace, bytes.length() - brace);
  }
}
