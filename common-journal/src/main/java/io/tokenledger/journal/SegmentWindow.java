package io.tokenledger.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** Reads the records of one segment through a window of memory. */
final class SegmentWindow implements AutoCloseable {

  private static final int WINDOW_BYTES = 64 * 1024;

  private final Segment segment;
  private final FileChannel file;
  private ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES).limit(0);

  /** Of the window's first byte. */
  private long windowAt;

  private SegmentWindow(Segment segment, FileChannel file) {
    this.segment = segment;
    this.file = file;
    this.windowAt = segment.base();
  }

  static SegmentWindow of(Segment segment) throws IOException {
    return new SegmentWindow(segment, FileChannel.open(segment.file(), StandardOpenOption.READ));
  }

  Segment segment() {
    return segment;
  }

  /** Null when there is no sound record at the position. */
  JournalRecord read(long position) throws IOException {
    long room = segment.end() - position;
    if (room < RecordFormat.HEADER_BYTES || !load(position, RecordFormat.HEADER_BYTES)) {
      return null;
    }
    long size = RecordFormat.size(window);
    if (size < RecordFormat.HEADER_BYTES || size > room || !load(position, (int) size)) {
      return null;
    }
    ByteBuffer record = window.duplicate();
    return RecordFormat.read(position, record.limit(record.position() + (int) size));
  }

  /** Sets the window's position to that of the journal; false when the file is shorter. */
  private boolean load(long position, int bytes) throws IOException {
    long skip = position - windowAt;
    if (skip >= 0 && skip + bytes <= window.limit()) {
      window.position((int) skip);
      return true;
    }
    if (window.capacity() < bytes) {
      window = ByteBuffer.allocate(bytes);
    }
    windowAt = position;
    window.clear();
    int from = 0;
    // What is beyond the end may be half written: it is read when it is needed, not before.
    window.limit((int) Math.min(window.capacity(), segment.end() - position));
    while (from >= 0 && window.hasRemaining()) {
      from = file.read(window, position - segment.base() + window.position());
    }
    window.flip();
    return window.limit() >= bytes;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
