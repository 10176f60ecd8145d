package io.tokenledger.gateway.answer;

import io.tokenledger.gateway.answer.json.FieldRule;
import io.tokenledger.gateway.answer.json.JsonSieve;
import io.vertx.core.buffer.Buffer;

/**
 * An answer of JSON: one document, a list of them as Gemini streams, or one a line as Ollama does.
 */
final class JsonTap implements AnswerTap {

  private final AnswerFacts facts;
  private final JsonSieve sieve;
  private final boolean lines;
  private final TokenNote note;
  private boolean begun;
  private boolean list;
  private boolean closed;
  private boolean lineEnded;

  /**
   * @param lines whether several documents are expected, so that the end of one is not that of all
   */
  JsonTap(AnswerFacts facts, JsonSieve sieve, boolean lines, TokenNote note) {
    this.facts = facts;
    this.sieve = sieve;
    this.lines = lines;
    this.note = note;
  }

  @Override
  public Buffer accept(Buffer came) {
    byte[] bytes = came.getBytes();
    Buffer on = came;
    int at = 0;
    int added = 0;
    while (at < bytes.length) {
      if (!sieve.hasBegun() && isBetween(bytes[at])) {
        at++;
        continue;
      }
      lineEnded = false;
      at = sieve.accept(bytes, at, bytes.length);
      if (sieve.isDone()) {
        Buffer told = end(on, at + added);
        added += told.length() - on.length();
        on = told;
      }
    }
    return on;
  }

  /** Between documents: their separators, and the brackets of a list of them. */
  private boolean isBetween(byte next) {
    if (next == '[' && !begun) {
      begun = true;
      list = true;
      return true;
    }
    if (next == ']' && list && !closed) {
      closed = true;
      facts.end();
      return true;
    }
    lineEnded |= next == '\n';
    boolean space = next == ' ' || next == '\n' || next == '\r' || next == '\t';
    boolean mark = !begun && (next & 0xFF) >= 0xBB; // of the byte order
    begun |= !space && !mark;
    return space || mark || next == ',' && list;
  }

  private Buffer end(Buffer on, int at) {
    boolean object = sieve.hasFields();
    boolean last = sieve.has(FieldRule.DONE) || !lines && !list;
    facts.take(sieve);
    sieve.reset();
    if (last) {
      facts.end();
    }
    return object && last
        ? note.take(facts).map(tokens -> note.spliced(on, at, tokens)).orElse(on)
        : on;
  }

  @Override
  public boolean atBoundary() {
    return lines && lineEnded;
  }

  @Override
  public Buffer finish() {
    if (facts.hasDocuments() && !sieve.hasBegun() && !list) {
      facts.end();
    }
    return Buffer.buffer();
  }

  @Override
  public Reading reading() {
    return facts.reading();
  }
}
