package io.tokenledger.journal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Forces to the disk what was written, in a thread of its own: it takes milliseconds, in which
 * others go on writing.
 */
final class DiskSync implements Runnable {

  private final long everyNanos;
  private final Consumer<Damage> damages;
  private Set<SegmentWriter> written = new LinkedHashSet<>();
  private List<Waiting> waiting = new ArrayList<>();
  private boolean stopped;

  DiskSync(Duration every, Consumer<Damage> damages) {
    this.everyNanos = every.toNanos();
    this.damages = damages;
  }

  /** The group is confirmed, if it is not yet, when it has been forced to the disk. */
  synchronized void written(SegmentWriter segment, Group group) {
    written.add(segment);
    waiting.add(new Waiting(segment, group));
    notifyAll();
  }

  /** Closes the segment after what is in it has been forced to the disk. */
  synchronized void retire(SegmentWriter segment) {
    segment.retire();
    written.add(segment);
    notifyAll();
  }

  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  @Override
  public void run() {
    long last = System.nanoTime() - everyNanos;
    while (awaitWritten(last)) {
      last = System.nanoTime();
      syncOnce();
    }
  }

  /** True when there is something to do; false when it was stopped and there is nothing. */
  private synchronized boolean awaitWritten(long last) {
    try {
      while (written.isEmpty() && !stopped) {
        wait();
      }
      long pause = last + everyNanos - System.nanoTime();
      while (pause > 0 && !stopped) {
        TimeUnit.NANOSECONDS.timedWait(this, pause);
        pause = last + everyNanos - System.nanoTime();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts this thread.", e);
    }
    return !written.isEmpty();
  }

  private void syncOnce() {
    Set<SegmentWriter> segments;
    List<Waiting> done;
    synchronized (this) {
      segments = written;
      done = waiting;
      written = new LinkedHashSet<>();
      waiting = new ArrayList<>();
    }
    Map<SegmentWriter, IOException> failures = new HashMap<>();
    for (SegmentWriter segment : segments) {
      force(segment).ifPresent(failure -> failures.put(segment, failure));
    }
    for (Waiting each : done) {
      IOException failure = failures.get(each.segment);
      if (failure == null) {
        each.group.confirm();
      } else {
        each.group.fail(new JournalException("The record may not be on the disk.", failure));
      }
    }
  }

  private Optional<IOException> force(SegmentWriter writer) {
    try {
      writer.force();
      return Optional.empty();
    } catch (IOException e) {
      Segment segment = writer.segment();
      String what = "may not be on the disk, as forcing them there failed: " + e;
      damages.accept(new Damage(segment.file(), segment.base(), segment.bytes(), what));
      return Optional.of(e);
    }
  }

  private record Waiting(SegmentWriter segment, Group group) {}
}
