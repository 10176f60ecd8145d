package io.tokenledger.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The segments by their position. One thread adds, another may remove, any may read. */
final class Segments {

  private final Path directory;
  private final ConcurrentSkipListMap<Long, Segment> byBase = new ConcurrentSkipListMap<>();
  private final AtomicLong bytes = new AtomicLong();

  private Segments(Path directory) {
    this.directory = directory;
  }

  /** Those that are there; what a write that was cut off left behind is cut from the last one. */
  static Segments in(Path directory, Consumer<Damage> damages) throws IOException {
    Segments segments = new Segments(directory);
    for (Segment segment : Segment.in(directory)) {
      segments.byBase.put(segment.base(), segment);
    }
    segments.endWhereTheNextBegins();
    if (!segments.byBase.isEmpty()) {
      cutTornTail(segments.byBase.lastEntry().getValue(), damages);
    }
    segments.bytes.set(segments.byBase.values().stream().mapToLong(Segment::bytes).sum());
    return segments;
  }

  /** What a failed write left beyond, and could not cut off, was never confirmed. */
  private void endWhereTheNextBegins() {
    for (Segment segment : byBase.values()) {
      Long next = byBase.higherKey(segment.base());
      if (next != null && segment.end() > next) {
        segment.endsAt(next);
      }
    }
  }

  private static void cutTornTail(Segment last, Consumer<Damage> damages) throws IOException {
    long sound = last.base();
    try (SegmentWindow window = SegmentWindow.of(last)) {
      JournalRecord found = window.read(sound);
      while (found != null) {
        sound = found.next();
        found = window.read(sound);
      }
    }
    if (sound < last.end()) {
      try (FileChannel file = FileChannel.open(last.file(), StandardOpenOption.WRITE)) {
        file.truncate(sound - last.base());
      }
      damages.accept(
          new Damage(
              last.file(),
              sound,
              last.end() - sound,
              "at the end of the last segment are no whole record and were cut off"));
      last.endsAt(sound);
    }
  }

  /** The one that holds the position, or else the first after it that holds any; or null. */
  Segment at(long position) {
    // In this order: once there is a next segment, the one before it does not grow any more.
    Segment after = filledFrom(position);
    Map.Entry<Long, Segment> before = byBase.floorEntry(position);
    return before != null && before.getValue().end() > position ? before.getValue() : after;
  }

  private Segment filledFrom(long position) {
    for (Segment segment : byBase.tailMap(position).values()) {
      if (segment.bytes() > 0) {
        return segment;
      }
    }
    return null;
  }

  /** Where the first one begins; {@code absent} when there is none. */
  long begin(long absent) {
    Map.Entry<Long, Segment> first = byBase.firstEntry();
    return first == null ? absent : first.getValue().base();
  }

  /** Where the last one ends; {@code absent} when there is none. */
  long end(long absent) {
    Map.Entry<Long, Segment> last = byBase.lastEntry();
    return last == null ? absent : last.getValue().end();
  }

  long bytes() {
    return bytes.get();
  }

  Segment add(long base) {
    Segment segment = Segment.begun(directory, base);
    byBase.put(base, segment);
    return segment;
  }

  /** From here on the bytes may be read. */
  void grow(Segment segment, long written) {
    bytes.addAndGet(written);
    segment.endsAt(segment.end() + written);
  }

  /**
   * The last one stays even when all of it is acknowledged: it says where the journal goes on, also
   * where the checkpoint is lost.
   */
  void deleteBelow(long position) throws IOException {
    Map.Entry<Long, Segment> first = byBase.firstEntry();
    while (first != null
        && first.getValue().end() <= position
        && byBase.higherKey(first.getKey()) != null) {
      Files.deleteIfExists(first.getValue().file());
      byBase.remove(first.getKey());
      bytes.addAndGet(-first.getValue().bytes());
      first = byBase.firstEntry();
    }
  }

  Path directory() {
    return directory;
  }
}
