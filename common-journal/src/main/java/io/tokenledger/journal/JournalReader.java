package io.tokenledger.journal;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads records in the order of their positions, and goes on with what is appended. One thread. */
public final class JournalReader implements AutoCloseable {

  private final Segments segments;
  private final Consumer<Damage> damages;
  private SegmentWindow window;
  private long position;

  JournalReader(Segments segments, long from, Consumer<Damage> damages) {
    this.segments = segments;
    this.position = from;
    this.damages = damages;
  }

  /** Of the record that is read next. */
  public long position() {
    return position;
  }

  /**
   * Empty when there is no more now. Where a segment is damaged the rest of it is passed over, and
   * told.
   *
   * @throws JournalException when the disk fails
   */
  public Optional<JournalRecord> next() {
    try {
      while (moveToUnread()) {
        long end = window.segment().end();
        JournalRecord record = window.read(position);
        if (record != null) {
          position = record.next();
          return Optional.of(record);
        }
        passOver(end);
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new JournalException("The journal cannot be read: " + e.getMessage(), e);
    }
  }

  /** Into the segment that holds the next record; false when there is none yet. */
  private boolean moveToUnread() throws IOException {
    if (window != null && position < window.segment().end()) {
      return true;
    }
    Segment segment = segments.at(position);
    if (segment == null) {
      return false;
    }
    position = Math.max(position, segment.base());
    close();
    window = SegmentWindow.of(segment);
    return true;
  }

  private void passOver(long end) {
    damages.accept(
        new Damage(
            window.segment().file(),
            position,
            end - position,
            "are damaged and were passed over: what was in them is lost"));
    position = end;
  }

  @Override
  public void close() throws IOException {
    if (window != null) {
      window.close();
      window = null;
    }
  }
}
