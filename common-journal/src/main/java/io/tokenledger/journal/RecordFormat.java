package io.tokenledger.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** How a record stands in a segment; see the package. */
final class RecordFormat {

  private static final int CHECKSUM_AT = Integer.BYTES;
  private static final int TYPE_AT = CHECKSUM_AT + Integer.BYTES;

  static final int HEADER_BYTES = TYPE_AT + Byte.BYTES;

  private RecordFormat() {}

  /** In bytes on the disk. */
  static int size(byte[] payload) {
    return HEADER_BYTES + payload.length;
  }

  static void write(byte type, byte[] payload, ByteBuffer to) {
    to.putInt(payload.length).putInt(checksum(type, payload)).put(type).put(payload);
  }

  /**
   * Of the record whose header is at the buffer's position; may be anything where it is damaged.
   */
  static long size(ByteBuffer header) {
    return HEADER_BYTES + (long) header.getInt(header.position());
  }

  /**
   * @param record from its header to its end
   * @return null when it is not as it was written
   */
  static JournalRecord read(long position, ByteBuffer record) {
    int at = record.position();
    byte[] payload = new byte[record.remaining() - HEADER_BYTES];
    record.get(at + HEADER_BYTES, payload);
    byte type = record.get(at + TYPE_AT);
    return record.getInt(at + CHECKSUM_AT) == checksum(type, payload)
        ? new JournalRecord(position, position + record.remaining(), type, payload)
        : null;
  }

  /** Of the length too: no other bytes than those that were written pass for a record. */
  private static int checksum(byte type, byte[] payload) {
    CRC32C checksum = new CRC32C();
    checksum.update(ByteBuffer.allocate(Integer.BYTES + 1).putInt(payload.length).put(type).flip());
    checksum.update(payload);
    return (int) checksum.getValue();
  }
}
