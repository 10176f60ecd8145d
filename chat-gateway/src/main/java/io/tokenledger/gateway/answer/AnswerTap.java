package io.tokenledger.gateway.answer;

import io.vertx.core.buffer.Buffer;

/**
 * Reads an answer while it passes. Not thread-safe: it belongs to one call. Whatever comes, it
 * throws nothing: what it cannot read is passed on.
 */
public interface AnswerTap {

  /** What goes on to the client now; empty while something is held back. */
  Buffer accept(Buffer came);

  /** Whether something may be put here: between two events, or two lines of a stream. */
  boolean atBoundary();

  /** What was held back, and what is added at the end. To be called when the upstream has ended. */
  Buffer finish();

  /** As {@link #finish}, where the upstream broke off, or was. */
  default Buffer breakOff() {
    return finish();
  }

  /** What was read so far; final after {@link #finish}. */
  Reading reading();
}
