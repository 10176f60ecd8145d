package io.tokenledger.gateway.answer;

import io.tokenledger.gateway.answer.json.JsonSieve;
import io.tokenledger.gateway.request.JsonText;
import java.util.List;

/** The kinds of answers, by content type and first byte. */
record Kinds(AnswerFacts facts, JsonText text, TokenNote note, boolean hidesUsage) {

  private static final String EVENTS = "text/event-stream";

  private static final List<String> UNREAD =
      List.of("audio/", "image/", "video/", "application/octet-stream", "application/pdf");

  private static final List<String> LINES = List.of("ndjson", "jsonl", "stream+json", "json-seq");

  /** Bytes that lines of events begin with: fields, and comments. */
  private static final String FIRST_OF_EVENTS = "dei:r";

  /**
   * @param contentType in lower case; empty when there is none
   */
  AnswerTap of(String contentType) {
    if (UNREAD.stream().anyMatch(contentType::startsWith)) {
      return new UnreadTap(facts);
    }
    boolean lines = LINES.stream().anyMatch(contentType::contains);
    boolean events = contentType.startsWith(EVENTS);
    return new SniffedTap(first -> of(first, events, lines), new UnreadTap(facts));
  }

  private AnswerTap of(byte first, boolean declaredEvents, boolean lines) {
    if (first == '{' || first == '[') {
      JsonSieve sieve = new JsonSieve(lines ? AnswerFields.EVENT : AnswerFields.WHOLE, text);
      return new JsonTap(facts, sieve, lines, note);
    }
    if (!declaredEvents && FIRST_OF_EVENTS.indexOf(first) < 0) {
      return new UnreadTap(facts); // a page of a proxy, or JSON that tells nothing
    }
    JsonSieve sieve = new JsonSieve(AnswerFields.EVENT, text);
    return hidesUsage || note.isWanted()
        ? new HeldSseTap(facts, sieve, hidesUsage, note)
        : new SseTap(facts, sieve);
  }
}
