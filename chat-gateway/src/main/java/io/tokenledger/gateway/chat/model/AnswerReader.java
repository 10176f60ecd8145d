package io.tokenledger.gateway.chat.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.parsetools.RecordParser;
import java.util.Optional;

/** Reads the stream of server-sent events that a model answers with. */
public final class AnswerReader {

  /** What an event says at most; a word is far below. */
  private static final int MOST_BYTES = 1 << 20;

  private static final String DATA = "data:";
  private static final String LAST = "[DONE]";

  /** By which the flow of a call tells its tokens, as a comment or a field. */
  private static final String TOKENS = "token_usage";

  private static final String COMMENT = ": " + TOKENS + " ";
  private static final JsonMapper JSON = new JsonMapper();

  private final Dialect dialect;
  private final AnswerText text = new AnswerText();
  private final RecordParser lines = RecordParser.newDelimited("\n");
  private JsonNode tokens;
  private boolean unreadable;

  public AnswerReader(Dialect dialect) {
    this.dialect = dialect;
    lines.maxRecordSize(MOST_BYTES);
    lines.handler(line -> line(line.toString().stripTrailing()));
    lines.exceptionHandler(tooLong -> unreadable = true);
  }

  /** Never fails: what cannot be read is told by {@link #isUnreadable}. */
  public void accept(Buffer some) {
    lines.handle(some);
  }

  public AnswerText text() {
    return text;
  }

  /** {@code token_usage} as the flow of the call tells it. */
  public Optional<JsonNode> tokens() {
    return Optional.ofNullable(tokens);
  }

  public boolean isUnreadable() {
    return unreadable;
  }

  private void line(String line) {
    if (line.startsWith(COMMENT)) {
      json(line.substring(COMMENT.length())).ifPresent(told -> tokens = told);
    } else if (line.startsWith(DATA)) {
      String data = line.substring(DATA.length()).strip();
      if (data.equals(LAST)) {
        text.ended();
      } else {
        json(data).ifPresent(this::event);
      }
    }
  }

  private void event(JsonNode data) {
    dialect.read(data, text);
    if (data.path(TOKENS).isObject()) {
      tokens = data.path(TOKENS);
    }
  }

  private Optional<JsonNode> json(String document) {
    try {
      return Optional.of(JSON.readTree(document));
    } catch (JsonProcessingException e) {
      unreadable = true;
      return Optional.empty();
    }
  }
}
