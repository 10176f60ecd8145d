package io.tokenledger.gateway.answer;

import io.vertx.core.buffer.Buffer;

/** An answer that tells nothing, as speech, or whose encoding we do not know. */
final class UnreadTap implements AnswerTap {

  private final AnswerFacts facts;

  UnreadTap(AnswerFacts facts) {
    this.facts = facts;
  }

  @Override
  public Buffer accept(Buffer came) {
    return came;
  }

  @Override
  public boolean atBoundary() {
    return false;
  }

  @Override
  public Buffer finish() {
    facts.end();
    return Buffer.buffer();
  }

  /** Nothing but the connection tells where it ends. */
  @Override
  public Buffer breakOff() {
    return Buffer.buffer();
  }

  @Override
  public Reading reading() {
    return facts.reading();
  }
}
