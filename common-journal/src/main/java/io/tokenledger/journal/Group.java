package io.tokenledger.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Records that are written in one go. */
final class Group {

  private static final int BYTES = 256 * 1024;

  private final List<Pending> records = new ArrayList<>();
  private int bytes;
  private long position;

  /** Whether a record of this size may still join; into an empty group any may. */
  boolean takes(int size) {
    return records.isEmpty() || bytes + size <= BYTES;
  }

  void add(Pending record) {
    records.add(record);
    bytes += record.size();
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  int bytes() {
    return bytes;
  }

  /** Ready to be written. */
  ByteBuffer encoded() {
    ByteBuffer encoded = ByteBuffer.allocate(bytes);
    records.forEach(record -> RecordFormat.write(record.type(), record.payload(), encoded));
    return encoded.flip();
  }

  void writtenAt(long start) {
    position = start;
  }

  /** Tells each record its position; it was told to {@link #writtenAt} before. */
  void confirm() {
    long next = position;
    for (Pending record : records) {
      record.confirmed().complete(next);
      next += record.size();
    }
  }

  void fail(JournalException why) {
    records.forEach(record -> record.confirmed().completeExceptionally(why));
  }
}
