package io.tokenledger.gateway.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.gateway.answer.json.JsonSieve;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A stream of which each event is held until its blank line, so that the chunk of usage can be left
 * out, or the tokens be told beside it. All other bytes go on as they came.
 */
final class HeldSseTap implements AnswerTap {

  /** What is larger than this is no chunk of usage, and is not held any longer. */
  private static final int MOST_HELD = 1024 * 1024;

  private final AnswerFacts facts;
  private final SseScanner scanner;
  private final boolean hidesUsage;
  private final TokenNote note;
  private Buffer held = Buffer.buffer();
  private boolean released;
  private boolean dropped;

  HeldSseTap(AnswerFacts facts, JsonSieve sieve, boolean hidesUsage, TokenNote note) {
    this.facts = facts;
    this.scanner = new SseScanner(sieve, facts);
    this.hidesUsage = hidesUsage;
    this.note = note;
  }

  @Override
  public Buffer accept(Buffer came) {
    byte[] bytes = came.getBytes();
    Buffer on = Buffer.buffer(bytes.length);
    int at = 0;
    while (at < bytes.length) {
      if (scanner.takesLineFeed(bytes[at])) {
        if (!dropped) {
          on.appendByte(bytes[at]);
        }
        at++;
        continue;
      }
      int next = scanner.next(bytes, at, bytes.length);
      held.appendBytes(bytes, at, next - at);
      at = next;
      if (scanner.eventEnded()) {
        endEvent(on);
        released = false;
      } else if (released || held.length() > MOST_HELD) {
        released = true;
        letGo(on, held);
      }
    }
    return on;
  }

  private void endEvent(Buffer on) {
    dropped = false;
    if (released) {
      letGo(on, held);
    } else if (isUsageChunk()) {
      dropped = hidesUsage;
      letGo(on, hidesUsage ? Buffer.buffer() : withTokens());
    } else {
      if (scanner.isLast()) {
        tell(on);
      }
      letGo(on, held);
    }
  }

  private void letGo(Buffer on, Buffer event) {
    on.appendBuffer(event);
    held = Buffer.buffer();
  }

  /**
   * The extra chunk that OpenAI's API ends with when usage was asked for. Azure begins with one
   * without choices, too, which has no usage and stays.
   */
  private boolean isUsageChunk() {
    JsonNode document = scanner.document();
    JsonNode choices = document.path("choices");
    return choices.isArray() && choices.isEmpty() && document.path("usage").isObject();
  }

  private Buffer withTokens() {
    Optional<ObjectNode> tokens = scanner.documentEnd() < 0 ? Optional.empty() : note.take(facts);
    return tokens.map(told -> note.spliced(held, scanner.documentEnd(), told)).orElse(held);
  }

  /** As a comment, which no client takes for an event. */
  private void tell(Buffer on) {
    note.take(facts)
        .map(tokens -> ": " + TokenNote.FIELD + " " + tokens + "\n\n")
        .ifPresent(comment -> on.appendBytes(comment.getBytes(StandardCharsets.UTF_8)));
  }

  /** Held bytes are inside of an event, too. */
  @Override
  public boolean atBoundary() {
    return held.length() == 0 && scanner.atBoundary();
  }

  @Override
  public Buffer finish() {
    scanner.finish();
    facts.upstreamEnded();
    Buffer on = Buffer.buffer();
    boolean open = held.length() > 0;
    if (open) {
      endEvent(on);
    }
    if (!open || !dropped && !scanner.isLast()) {
      tellAtTheEnd(on, open);
    }
    return on;
  }

  private void tellAtTheEnd(Buffer on, boolean open) {
    Buffer comment = Buffer.buffer();
    tell(comment);
    if (comment.length() > 0) {
      on.appendString(open ? scanner.atLineStart() ? "\n" : "\n\n" : "").appendBuffer(comment);
    }
  }

  @Override
  public Reading reading() {
    return facts.reading();
  }
}
