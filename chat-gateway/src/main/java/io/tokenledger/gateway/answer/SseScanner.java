package io.tokenledger.gateway.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tokenledger.gateway.answer.json.JsonSieve;

/**
 * Finds the events of a stream of server-sent events, by the rules of the HTML standard: lines end
 * with LF, CR or both, a blank line ends an event. What their data say goes to the facts as soon as
 * a JSON document in them is complete.
 */
final class SseScanner {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] DATA = {'d', 'a', 't', 'a'};
  private static final byte[] LAST = {'[', 'D', 'O', 'N', 'E', ']'};
  private static final byte[] OPENING = {'{'};

  private enum Line {
    START,
    FIELD,
    SPACE,
    DATA,
    OTHER
  }

  private enum Payload {
    UNKNOWN,
    JSON,
    LAST,
    OTHER
  }

  private final JsonSieve sieve;
  private final AnswerFacts facts;
  private Line line = Line.START;
  private Payload payload = Payload.UNKNOWN;
  private int matched;
  private int matchedOfLast;
  private int matchedOfMark;
  private boolean begun;
  private boolean afterReturn;
  private boolean feedsLines;
  private boolean eventEmpty = true;
  private boolean eventEnded;
  private int eventBytes;
  private int origin;
  private JsonNode document = MissingNode.getInstance();
  private int documentEnd = -1;

  SseScanner(JsonSieve sieve, AnswerFacts facts) {
    this.sieve = sieve;
    this.facts = facts;
  }

  /** Reads to the end of the event or of the bytes, and returns how far it came. */
  int next(byte[] bytes, int from, int to) {
    if (eventEnded) {
      beginEvent();
    }
    origin = from - eventBytes;
    int at = from;
    while (at < to && !eventEnded) {
      at = line == Line.DATA || line == Line.SPACE ? data(bytes, at, to) : step(bytes, at);
    }
    if (at < to && takesLineFeed(bytes[at])) {
      at++;
    }
    eventBytes = at - origin;
    return at;
  }

  /** Takes the second half of the line's end that ended the last event. */
  boolean takesLineFeed(byte next) {
    boolean half = eventEnded && afterReturn && next == '\n';
    afterReturn &= !half;
    feedsLines |= half;
    return half;
  }

  /** Whether the last call came to the end of an event. */
  boolean eventEnded() {
    return eventEnded;
  }

  /** Whether nothing of an event has come yet, and no half of a line's end is missing. */
  boolean atBoundary() {
    boolean half = afterReturn && feedsLines || !begun && matchedOfMark > 0;
    return line == Line.START && eventEmpty && !half;
  }

  boolean atLineStart() {
    return line == Line.START;
  }

  /** Whether the event's data are {@code [DONE]}. */
  boolean isLast() {
    return payload == Payload.LAST && matchedOfLast == LAST.length;
  }

  /** The known fields of the event's document; missing where they do not matter. */
  JsonNode document() {
    return document;
  }

  /** Where in the event the document ends, in bytes; -1 without one that has fields. */
  int documentEnd() {
    return documentEnd;
  }

  /** The upstream has ended, be it inside of an event. */
  void finish() {
    if (isLast()) {
      facts.end();
    }
  }

  private void beginEvent() {
    eventEnded = false;
    eventBytes = 0;
    payload = Payload.UNKNOWN;
    matchedOfLast = 0;
    document = MissingNode.getInstance();
    documentEnd = -1;
    if (sieve.hasBegun()) {
      sieve.reset(); // it was cut
    }
  }

  private int step(byte[] bytes, int at) {
    byte next = bytes[at];
    if (next == '\n' && afterReturn) {
      afterReturn = false;
      feedsLines = true;
    } else if (next == '\n' || next == '\r') {
      feedsLines |= next == '\n';
      afterReturn = next == '\r';
      endLine();
    } else {
      afterReturn = false;
      if (!isByteOrderMark(next)) {
        inLine(next);
      }
    }
    return at + 1;
  }

  private boolean isByteOrderMark(byte next) {
    if (!begun && next == BYTE_ORDER_MARK[matchedOfMark]) {
      matchedOfMark++;
      begun = matchedOfMark == BYTE_ORDER_MARK.length;
      return true;
    }
    begun = true;
    return false;
  }

  private void inLine(byte next) {
    if (line == Line.START) {
      eventEmpty = false;
      matched = 0;
      line = Line.FIELD;
    }
    if (line != Line.FIELD) {
      return;
    }
    if (next == ':') {
      line = matched == DATA.length ? Line.SPACE : Line.OTHER;
    } else if (matched < DATA.length && next == DATA[matched]) {
      matched++;
    } else {
      line = Line.OTHER;
    }
  }

  private int data(byte[] bytes, int from, int to) {
    int at = line == Line.SPACE && bytes[from] == ' ' ? from + 1 : from;
    line = Line.DATA;
    int end = at;
    while (end < to && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    while (at < end) {
      if (payload == Payload.JSON) {
        at = sieve.accept(bytes, at, end);
        takeIfDone(at);
      } else {
        payload(bytes[at++]);
      }
    }
    return end < to ? step(bytes, end) : end;
  }

  private void payload(byte next) {
    switch (payload) {
      case UNKNOWN -> beginPayload(next);
      case LAST -> {
        boolean same = matchedOfLast < LAST.length && next == LAST[matchedOfLast];
        matchedOfLast += same ? 1 : 0;
        payload = same || next == ' ' ? Payload.LAST : Payload.OTHER;
      }
      default -> {}
    }
  }

  private void beginPayload(byte next) {
    if (next == '{') {
      payload = Payload.JSON;
      sieve.accept(OPENING, 0, 1);
    } else if (next == '[') {
      payload = Payload.LAST;
      matchedOfLast = 1;
    } else if (next != ' ' && next != '\t') {
      payload = Payload.OTHER;
    }
  }

  private void takeIfDone(int at) {
    if (sieve.isDone()) {
      document = facts.take(sieve);
      documentEnd = sieve.hasFields() ? at - origin : -1;
      sieve.reset();
      payload = Payload.UNKNOWN;
    }
  }

  private void endLine() {
    begun = true;
    if (line == Line.START) {
      eventEnded = !eventEmpty;
      eventEmpty = true;
      return;
    }
    if (isLast()) {
      facts.end();
    }
    line = Line.START;
  }
}
