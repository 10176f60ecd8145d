package io.tokenledger.ingest.intake.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks all members of a gzip file. Where the one of the JDK cannot read the next member it ends
 * as if there were none: events would be lost that way.
 */
final class WholeGzip extends GZIPInputStream {

  /** CRC-32 and length of the last member (RFC 1952, section 2.3.1). */
  private static final int TRAILER_BYTES = 8;

  private static final int MIN_BUFFER = 512;

  /** The buffer holds all of it, so that what is left of it is what is left of the body. */
  WholeGzip(byte[] packed) throws IOException {
    super(new ByteArrayInputStream(packed), Math.max(MIN_BUFFER, packed.length));
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = super.read(into, from, length);
    if (read < 0 && inf.getRemaining() != TRAILER_BYTES) {
      throw new ZipException("What follows the end is not gzip");
    }
    return read;
  }
}
