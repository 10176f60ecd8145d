package io.tokenledger.gateway.answer;

import io.vertx.core.buffer.Buffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A compressed answer: its bytes go on as they came, and what they hold is read from a copy. */
final class GzipTap implements AnswerTap {

  private static final int PIECE = 16 * 1024;

  /** More than text ever shrinks; what shrinks more is made to fill our memory or our time. */
  private static final long MAX_RATIO = 200;

  private static final long FREE_BYTES = 16L * 1024 * 1024;

  private final AnswerTap inner;
  private final GzipHeader header = new GzipHeader();
  private final Inflater inflater = new Inflater(true);
  private boolean over;

  GzipTap(AnswerTap inner) {
    this.inner = inner;
  }

  @Override
  public Buffer accept(Buffer came) {
    if (!over) {
      byte[] bytes = came.getBytes();
      int at = header.accept(bytes);
      if (header.isBroken()) {
        end();
      } else if (at < bytes.length) {
        inflate(bytes, at);
      }
    }
    return came;
  }

  private void inflate(byte[] bytes, int from) {
    inflater.setInput(bytes, from, bytes.length - from);
    byte[] piece = new byte[PIECE];
    try {
      int length = inflater.inflate(piece);
      while (length > 0 && !isTooMuch()) {
        inner.accept(Buffer.buffer(length).appendBytes(piece, 0, length));
        length = inflater.inflate(piece);
      }
      if (inflater.finished() || isTooMuch()) {
        end();
      }
    } catch (DataFormatException e) {
      end(); // the client will see it as well
    }
  }

  private boolean isTooMuch() {
    return inflater.getBytesWritten() > FREE_BYTES + MAX_RATIO * inflater.getBytesRead();
  }

  private void end() {
    if (!over) {
      over = true;
      inflater.end();
    }
  }

  /** Comments cannot be put into compressed bytes. */
  @Override
  public boolean atBoundary() {
    return false;
  }

  @Override
  public Buffer finish() {
    end();
    inner.finish();
    return Buffer.buffer();
  }

  @Override
  public Buffer breakOff() {
    end();
    inner.breakOff();
    return Buffer.buffer();
  }

  @Override
  public Reading reading() {
    return inner.reading();
  }
}
