package io.tokenledger.ingest.intake.http;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.ZipException;

/**
 * Whether a body consists of whole frames of zstd (RFC 8878, section 3.1). The library takes no
 * notice of a frame that is cut off when another one stands before it: events would be lost that
 * way.
 */
final class ZstdFrames {

  private static final int MAGIC = 0xfd2fb528;
  private static final int SKIPPABLE_MAGIC = 0x184d2a50;
  private static final int SKIPPABLE_MASK = 0xfffffff0;
  private static final int BLOCK_HEADER_BYTES = 3;
  private static final int CHECKSUM_BYTES = 4;
  private static final int RUN_LENGTH_BLOCK = 1;
  private static final int[] DICTIONARY_BYTES = {0, 1, 2, 4};
  private static final int[] SIZE_BYTES = {0, 2, 4, 8};

  private final ByteBuffer bytes;

  private ZstdFrames(byte[] packed) {
    this.bytes = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
  }

  static void requireWhole(byte[] packed) throws ZipException {
    ZstdFrames frames = new ZstdFrames(packed);
    try {
      do {
        frames.skipFrame();
      } while (frames.bytes.hasRemaining());
    } catch (BufferUnderflowException e) {
      throw new ZipException("The last frame is not whole");
    }
  }

  private void skipFrame() throws ZipException {
    int magic = bytes.getInt();
    if ((magic & SKIPPABLE_MASK) == SKIPPABLE_MAGIC) {
      skip(Integer.toUnsignedLong(bytes.getInt()));
    } else if (magic == MAGIC) {
      skipBlocks();
    } else {
      throw new ZipException("A frame of another format");
    }
  }

  private void skipBlocks() {
    int descriptor = bytes.get();
    boolean single = (descriptor & 0x20) != 0;
    int size = SIZE_BYTES[descriptor >> 6 & 3];
    int window = single ? 0 : 1;
    skip(window + DICTIONARY_BYTES[descriptor & 3] + (single ? Math.max(1, size) : size));
    boolean last = false;
    while (!last) {
      int header = blockHeader();
      last = (header & 1) != 0;
      skip((header >> 1 & 3) == RUN_LENGTH_BLOCK ? 1 : header >> 3);
    }
    skip((descriptor & 0x04) != 0 ? CHECKSUM_BYTES : 0);
  }

  private int blockHeader() {
    int header = 0;
    for (int i = 0; i < BLOCK_HEADER_BYTES; i++) {
      header |= Byte.toUnsignedInt(bytes.get()) << 8 * i;
    }
    return header;
  }

  private void skip(long count) {
    if (count > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    bytes.position(bytes.position() + (int) count);
  }
}
