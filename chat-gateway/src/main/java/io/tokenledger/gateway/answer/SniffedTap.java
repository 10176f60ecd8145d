package io.tokenledger.gateway.answer;

import io.vertx.core.buffer.Buffer;
import java.util.function.Function;

/**
 * An answer whose kind is told by its first byte: servers send errors of JSON as streams of events,
 * and streams of events as JSON.
 */
final class SniffedTap implements AnswerTap {

  private static final int BEYOND_ASCII = 0x80;

  private final Function<Byte, AnswerTap> choice;
  private final AnswerTap whenEmpty;
  private AnswerTap chosen;

  /**
   * @param whenEmpty of an answer without a byte
   */
  SniffedTap(Function<Byte, AnswerTap> choice, AnswerTap whenEmpty) {
    this.choice = choice;
    this.whenEmpty = whenEmpty;
  }

  @Override
  public Buffer accept(Buffer came) {
    int at = 0;
    while (chosen == null && at < came.length()) {
      byte next = came.getByte(at);
      boolean mark = (next & 0xFF) >= BEYOND_ASCII; // of the byte order
      if (mark || next <= ' ') {
        at++;
      } else {
        chosen = choice.apply(next);
      }
    }
    if (chosen == null) {
      return came;
    }
    return at == 0
        ? chosen.accept(came)
        : Buffer.buffer()
            .appendBuffer(came, 0, at)
            .appendBuffer(chosen.accept(came.getBuffer(at, came.length())));
  }

  @Override
  public boolean atBoundary() {
    return chosen != null && chosen.atBoundary();
  }

  @Override
  public Buffer finish() {
    return chosen == null ? whenEmpty.finish() : chosen.finish();
  }

  @Override
  public Buffer breakOff() {
    return chosen == null ? whenEmpty.breakOff() : chosen.breakOff();
  }

  @Override
  public Reading reading() {
    return chosen == null ? whenEmpty.reading() : chosen.reading();
  }
}
