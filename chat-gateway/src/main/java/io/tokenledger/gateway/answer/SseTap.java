package io.tokenledger.gateway.answer;

import io.tokenledger.gateway.answer.json.JsonSieve;
import io.vertx.core.buffer.Buffer;

/** A stream that goes on as it comes. */
final class SseTap implements AnswerTap {

  private final AnswerFacts facts;
  private final SseScanner scanner;

  SseTap(AnswerFacts facts, JsonSieve sieve) {
    this.facts = facts;
    this.scanner = new SseScanner(sieve, facts);
  }

  @Override
  public Buffer accept(Buffer came) {
    byte[] bytes = came.getBytes();
    int at = 0;
    while (at < bytes.length) {
      at = scanner.next(bytes, at, bytes.length);
    }
    return came;
  }

  @Override
  public boolean atBoundary() {
    return scanner.atBoundary();
  }

  @Override
  public Buffer finish() {
    scanner.finish();
    facts.upstreamEnded();
    return Buffer.buffer();
  }

  @Override
  public Reading reading() {
    return facts.reading();
  }
}
