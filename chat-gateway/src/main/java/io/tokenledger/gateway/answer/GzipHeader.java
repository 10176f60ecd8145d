package io.tokenledger.gateway.answer;

/** The header of gzip by RFC 1952, section 2.3, in pieces. */
final class GzipHeader {

  private static final int FIXED_BYTES = 10;
  private static final int CHECKSUM_BYTES = 2;
  private static final int[] FIRST = {0x1F, 0x8B, 8};
  private static final int HAS_CHECKSUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private int place;
  private int flags;
  private int extra;
  private int extraBytes;
  private int checksumBytes;
  private boolean broken;

  boolean isBroken() {
    return broken;
  }

  /** Reads what belongs to the header, and returns where it ends. */
  int accept(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && !broken && !isComplete()) {
      read(bytes[at++] & 0xFF);
    }
    return at;
  }

  private boolean isComplete() {
    return place >= FIXED_BYTES && flags == 0;
  }

  private void read(int next) {
    if (place < FIXED_BYTES) {
      fixed(next);
    } else if ((flags & HAS_EXTRA) != 0) {
      extra(next);
    } else if ((flags & HAS_NAME) != 0) {
      flags = next == 0 ? flags & ~HAS_NAME : flags;
    } else if ((flags & HAS_COMMENT) != 0) {
      flags = next == 0 ? flags & ~HAS_COMMENT : flags;
    } else {
      checksumBytes++;
      flags = checksumBytes == CHECKSUM_BYTES ? 0 : flags;
    }
  }

  private void fixed(int next) {
    broken = place < FIRST.length && next != FIRST[place];
    if (place == FIRST.length) {
      flags = next & (HAS_CHECKSUM | HAS_EXTRA | HAS_NAME | HAS_COMMENT);
    }
    place++;
  }

  /** Two bytes of length, and as many as these say. */
  private void extra(int next) {
    if (extraBytes < 2) {
      extra |= next << 8 * extraBytes;
    }
    extraBytes++;
    if (extraBytes >= 2 && extraBytes - 2 == extra) {
      flags &= ~HAS_EXTRA;
    }
  }
}
