package io.tokenledger.query.http;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/** A text in pieces, each of which is let go as it is sent. */
final class JsonChunks extends OutputStream {

  private static final int FIRST = 8 * 1024;
  private static final int CHUNK = 64 * 1024;

  private final Deque<byte[]> full = new ArrayDeque<>();
  private ByteArrayOutputStream last = new ByteArrayOutputStream(FIRST);
  private long bytes;

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] values, int offset, int length) {
    if (last.size() > 0 && last.size() + length > CHUNK) {
      full.add(last.toByteArray());
      last = new ByteArrayOutputStream(CHUNK);
    }
    last.write(values, offset, length);
    bytes += length;
  }

  long bytes() {
    return bytes;
  }

  /** Whether all but the last have been taken. */
  boolean isLast() {
    return full.isEmpty();
  }

  byte[] next() {
    return isLast() ? last.toByteArray() : full.remove();
  }
}
