package io.tokenledger.gateway.answer.json;

import java.util.Arrays;

/** Bytes gathered up to a bound. Beyond it they are lost, and it says so. */
public final class ByteSink {

  private static final int FIRST_CAPACITY = 256;

  private final int max;
  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int length;
  private boolean overflown;

  ByteSink(int max) {
    this.max = max;
  }

  /** The first {@link #length} of them count. */
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return length;
  }

  public boolean isOverflown() {
    return overflown;
  }

  void put(byte next) {
    if (makeRoom(1)) {
      bytes[length++] = next;
    }
  }

  void put(byte[] from, int start, int end) {
    if (makeRoom(end - start)) {
      System.arraycopy(from, start, bytes, length, end - start);
      length += end - start;
    }
  }

  void overflow() {
    overflown = true;
  }

  /** Memory that was taken for one large document is not kept for the small ones after it. */
  void clear() {
    length = 0;
    overflown = false;
    if (bytes.length > 16 * FIRST_CAPACITY) {
      bytes = new byte[FIRST_CAPACITY];
    }
  }

  private boolean makeRoom(int more) {
    if (overflown || more > max - length) {
      overflown = true;
      return false;
    }
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, Math.min(max, 2 * bytes.length)));
    }
    return true;
  }
}
