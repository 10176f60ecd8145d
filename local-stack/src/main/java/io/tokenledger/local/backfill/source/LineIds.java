package io.tokenledger.local.backfill.source;

import io.tokenledger.events.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Ids of lines that bring none: the same line of the same text has the same id in each import, so
 * that the ledger knows it again. UUIDs of version 8 (RFC 9562, section 5.8).
 */
public final class LineIds {

  private static final long VERSION_BITS = 0xf000L;
  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT_BITS = 0xc000_0000_0000_0000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private LineIds() {}

  /**
   * @param sha256 of the whole text: equal lines of two texts are two calls
   */
  public static String of(String orgId, String sha256, long line) {
    return of(orgId + "\n" + sha256 + "\n" + line);
  }

  /** Of an id that is longer than the ledger takes. */
  public static String of(String text) {
    ByteBuffer digest = ByteBuffer.wrap(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    long high = digest.getLong() & ~VERSION_BITS | VERSION_8;
    long low = digest.getLong() & ~VARIANT_BITS | VARIANT;
    return new UUID(high, low).toString();
  }
}
