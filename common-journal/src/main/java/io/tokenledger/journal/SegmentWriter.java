package io.tokenledger.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file that is written to. */
final class SegmentWriter {

  private final Segment segment;
  private final FileChannel file;
  private volatile boolean retired;

  private SegmentWriter(Segment segment, FileChannel file) {
    this.segment = segment;
    this.file = file;
  }

  /** Begins a segment; an empty one that a process before left there is taken over. */
  static SegmentWriter begin(Segments segments, long base) throws IOException {
    Path directory = segments.directory();
    FileChannel file =
        FileChannel.open(
            Segment.begun(directory, base).file(),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
      entries.force(true);
    }
    return new SegmentWriter(segments.add(base), file);
  }

  Segment segment() {
    return segment;
  }

  /**
   * All of it or nothing: what a failed write left is cut off again.
   *
   * @throws IOException when nothing of it counts as written; nothing more may be written here then
   */
  void write(ByteBuffer records) throws IOException {
    long at = segment.bytes();
    try {
      while (records.hasRemaining()) {
        at += file.write(records, at);
      }
    } catch (IOException e) {
      cutBack(e);
      throw e;
    }
  }

  /** Where that fails too, the next start cuts it off, or passes over it and tells so. */
  private void cutBack(IOException why) {
    try {
      file.truncate(segment.bytes());
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  void force() throws IOException {
    boolean last = retired;
    if (file.isOpen()) {
      file.force(false);
    }
    // Only if it had been retired before: a write may have come in between.
    if (last) {
      file.close();
    }
  }

  /** Nothing more will be written: it is closed when it is forced to the disk. */
  void retire() {
    retired = true;
  }
}
