package io.tokenledger.local.backfill.source;

import io.tokenledger.local.backfill.RefusedLineException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a text, one at a time and each as a stream of its own, so that a line may be larger
 * than memory. Of CSV a line is a record: a line break within quotes belongs to it.
 *
 * <p>A byte order mark at the beginning is passed over.
 */
public final class SourceLines extends InputStream {

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int LOW_BYTE = 0xff;
  private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

  private final InputStream text;
  private final Quotes quotes;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int end;
  private final long length;
  private long left;
  private long number;
  private long breaks;
  private boolean ended = true;

  private SourceLines(InputStream text, long length, Quotes quotes) throws IOException {
    this.text = text;
    this.length = length;
    this.left = length;
    this.quotes = quotes;
    passOverMark();
  }

  /**
   * @param length how many bytes of the text are read at most, for a file that may grow meanwhile
   */
  public static SourceLines of(InputStream text, long length) throws IOException {
    return new SourceLines(text, length, null);
  }

  /** The same of CSV. */
  public static SourceLines ofCsv(InputStream text, long length, char delimiter)
      throws IOException {
    return new SourceLines(text, length, new Quotes(delimiter));
  }

  /** Goes to the next line, past what is left of this one; false after the last. */
  public boolean next() throws IOException {
    while (!ended) {
      skip(Long.MAX_VALUE);
    }
    number += 1 + breaks;
    breaks = 0;
    ended = isAtEnd();
    return !ended;
  }

  /** Of the line, where it begins; the first is 1. */
  public long number() {
    return number;
  }

  /** Bytes of the text that were read, to within a buffer. */
  public long position() {
    return length - left;
  }

  /** Goes past white space at the beginning of the line; true when there is nothing else. */
  public boolean isBlank() throws IOException {
    while (!ended && !isAtEnd() && isSpace(buffer[at])) {
      at++;
    }
    return ended || isAtEnd() || buffer[at] == '\n';
  }

  private static boolean isSpace(byte next) {
    return next == ' ' || next == '\t' || next == '\r';
  }

  /**
   * What is left of the line, without its line break.
   *
   * @throws RefusedLineException when it is larger
   */
  public byte[] bytes(int max) throws IOException {
    byte[] line = readNBytes(max + 1);
    if (line.length > max) {
      throw new RefusedLineException("too_large", "the line is larger than " + max + " bytes");
    }
    return line;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & LOW_BYTE;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (ended || length == 0 || isAtEnd()) {
      ended |= length > 0;
      return ended ? -1 : 0;
    }
    int found = lengthOfLine(Math.min(end - at, length));
    System.arraycopy(buffer, at, to, offset, found);
    at += found;
    if (ended) {
      at++;
      return found == 0 ? -1 : found;
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /** Up to the line break, which ends the line, or to the bound. */
  private int lengthOfLine(int bound) {
    for (int i = 0; i < bound; i++) {
      byte next = buffer[at + i];
      if (next == '\n') {
        if (quotes == null || !quotes.areOpen()) {
          ended = true;
          beginRecord();
          return i;
        }
        breaks++;
      }
      if (quotes != null) {
        quotes.pass(next);
      }
    }
    return bound;
  }

  private void beginRecord() {
    if (quotes != null) {
      quotes.reset();
    }
  }

  private boolean isAtEnd() throws IOException {
    if (at == end && left > 0) {
      at = 0;
      end = Math.max(0, text.read(buffer, 0, (int) Math.min(buffer.length, left)));
      left = end == 0 ? 0 : left - end;
    }
    return at == end;
  }

  private void passOverMark() throws IOException {
    if (isAtEnd()) {
      return;
    }
    int same = 0;
    while (same < BYTE_ORDER_MARK.length
        && at + same < end
        && (buffer[at + same] & LOW_BYTE) == BYTE_ORDER_MARK[same]) {
      same++;
    }
    at += same == BYTE_ORDER_MARK.length ? same : 0;
  }
}
