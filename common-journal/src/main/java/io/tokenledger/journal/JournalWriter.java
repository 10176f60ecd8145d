package io.tokenledger.journal;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** The one thread that writes: what waits is written together. */
final class JournalWriter implements Runnable {

  /** What may wait, in bytes: seconds of a slow disk. */
  private static final long MAX_QUEUED_BYTES = 32L * 1024 * 1024;

  private static final Pending END = new Pending((byte) 0, new byte[0], new CompletableFuture<>());

  private final JournalSettings settings;
  private final Segments segments;
  private final DiskSync sync;
  private final LongConsumer grown;
  private final LinkedBlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
  private final AtomicLong queuedBytes = new AtomicLong();
  private long nextBase;
  private SegmentWriter active;

  /**
   * @param nextBase where the next segment begins
   * @param grown gets the position after what was written
   */
  JournalWriter(
      JournalSettings settings,
      Segments segments,
      DiskSync sync,
      long nextBase,
      LongConsumer grown) {
    this.settings = settings;
    this.segments = segments;
    this.sync = sync;
    this.nextBase = nextBase;
    this.grown = grown;
  }

  void enqueue(Pending record) {
    if (queuedBytes.addAndGet(record.size()) > MAX_QUEUED_BYTES) {
      queuedBytes.addAndGet(-record.size());
      record
          .confirmed()
          .completeExceptionally(
              new JournalFullException("More waits to be written to the journal than may wait."));
      return;
    }
    queue.add(record);
  }

  /** What was enqueued before is still written. */
  void end() {
    queue.add(END);
  }

  @Override
  public void run() {
    boolean ended = false;
    while (!ended) {
      ended = writeGroup(first());
    }
    if (active != null) {
      sync.retire(active);
    }
  }

  private Pending first() {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts this thread.", e);
    }
  }

  /** True when the end came. */
  private boolean writeGroup(Pending first) {
    Group group = new Group();
    Pending record = first;
    while (record != null && record != END) {
      queuedBytes.addAndGet(-record.size());
      if (!group.takes(record.size()) || !fits(group, record)) {
        write(group);
        group = new Group();
      }
      addIfThereIsRoom(record, group);
      record = queue.poll();
    }
    write(group);
    return record == END;
  }

  private boolean fits(Group group, Pending record) {
    long used = active == null ? 0 : active.segment().bytes();
    return used + group.bytes() + record.size() <= settings.segmentBytes();
  }

  private void addIfThereIsRoom(Pending record, Group group) {
    if (segments.bytes() + group.bytes() + record.size() > settings.maxBytes()) {
      record
          .confirmed()
          .completeExceptionally(
              new JournalFullException(
                  "The journal "
                      + settings.directory()
                      + " is full: "
                      + settings.maxBytes()
                      + " bytes wait to be acknowledged."));
    } else {
      group.add(record);
    }
  }

  private void write(Group group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      SegmentWriter writer = writerFor(group);
      long start = writer.segment().end();
      writer.write(group.encoded());
      segments.grow(writer.segment(), group.bytes());
      group.writtenAt(start);
      grown.accept(writer.segment().end());
      if (!settings.confirmSynced()) {
        group.confirm();
      }
      sync.written(writer, group);
    } catch (IOException | RuntimeException e) {
      leaveActive();
      group.fail(new JournalException("The journal cannot be written: " + e.getMessage(), e));
    }
  }

  private SegmentWriter writerFor(Group group) throws IOException {
    if (active != null
        && active.segment().bytes() + group.bytes() > settings.segmentBytes()
        && active.segment().bytes() > 0) {
      leaveActive();
    }
    if (active == null) {
      active = SegmentWriter.begin(segments, nextBase);
    }
    return active;
  }

  /** Also after a failure: another file may lie where the disk is sound. An empty one is kept. */
  private void leaveActive() {
    if (active != null && active.segment().bytes() > 0) {
      nextBase = active.segment().end();
      sync.retire(active);
      active = null;
    }
  }
}
