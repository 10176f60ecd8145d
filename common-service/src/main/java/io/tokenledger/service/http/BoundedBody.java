package io.tokenledger.service.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body up to a size; what goes wrong while it is read is the caller's, and is told as such. Of
 * one that is too large as much again is read, and kept by nobody: a client that reads no answer
 * before it has sent its body sees it then.
 */
final class BoundedBody extends FilterInputStream {

  private static final int IGNORED_AT_ONCE = 8_192;

  private final int maxBytes;
  private final Runnable whenTooLarge;
  private long readBytes;

  /**
   * @param whenTooLarge is done before {@link ApiException} is thrown, for a body that goes on even
   *     then
   */
  BoundedBody(InputStream body, int maxBytes, Runnable whenTooLarge) {
    super(body);
    this.maxBytes = maxBytes;
    this.whenTooLarge = whenTooLarge;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    int read = readSome(into, from, length);
    readBytes += Math.max(0, read);
    if (readBytes > maxBytes) {
      if (!endsWithin(maxBytes)) {
        whenTooLarge.run();
      }
      throw BodyLimit.tooLarge(maxBytes);
    }
    return read;
  }

  private boolean endsWithin(int more) {
    byte[] ignored = new byte[IGNORED_AT_ONCE];
    int read = 0;
    for (long left = more; left > 0 && read >= 0; left -= read) {
      read = readSome(ignored, 0, ignored.length);
    }
    return read < 0;
  }

  /** The connection ended, or stood still for too long: nobody may be there to read the answer. */
  private int readSome(byte[] into, int from, int length) {
    try {
      return in.read(into, from, length);
    } catch (IOException e) {
      throw new ApiException(ProblemCode.INVALID_BODY, "The body did not come to its end.");
    }
  }
}
