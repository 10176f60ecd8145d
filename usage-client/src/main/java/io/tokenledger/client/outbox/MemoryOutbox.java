package io.tokenledger.client.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Keeps events as long as the process lives, and no more of them than its bound. */
public final class MemoryOutbox implements Outbox {

  /** What an event takes besides its bytes: the array, the entry and the node of the queue. */
  static final int OVERHEAD_BYTES = 128;

  private final long maxBytes;
  private final ConcurrentLinkedQueue<Entry> queue = new ConcurrentLinkedQueue<>();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong appended = new AtomicLong();
  private final Settled settled = new Settled(0);
  private volatile boolean closed;

  /**
   * @param maxBytes of memory
   */
  public MemoryOutbox(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public void append(byte[] event, Consumer<Kept> outcome) {
    long cost = (long) event.length + OVERHEAD_BYTES;
    if (bytes.addAndGet(cost) > maxBytes) {
      bytes.addAndGet(-cost);
      outcome.accept(Kept.FULL);
      return;
    }
    appended.incrementAndGet();
    // Asked after it was counted: what comes while this is closed is either refused or counted.
    if (closed) {
      appended.decrementAndGet();
      outcome.accept(Kept.FULL);
      return;
    }
    queue.add(new Entry(0, event));
    outcome.accept(Kept.IN_MEMORY);
  }

  @Override
  public List<Entry> next(int maxEvents, int maxBytes) {
    List<Entry> next = new ArrayList<>();
    long sum = 0;
    for (Iterator<Entry> all = queue.iterator(); all.hasNext() && next.size() < maxEvents; ) {
      Entry entry = all.next();
      sum += entry.event().length;
      if (sum > maxBytes && !next.isEmpty()) {
        return next;
      }
      next.add(entry);
    }
    return next;
  }

  @Override
  public void settle(List<Entry> done) {
    for (int i = 0; i < done.size(); i++) {
      bytes.addAndGet(-(long) queue.remove().event().length - OVERHEAD_BYTES);
    }
    settled.advanceTo(settled.upTo() + done.size());
  }

  @Override
  public boolean awaitSettled(Duration atMost) throws InterruptedException {
    return settled.await(appended.get(), atMost);
  }

  /** What will be lost when the process ends. */
  public long volatileEvents() {
    return appended.get() - settled.upTo();
  }

  @Override
  public boolean isEmpty() {
    return queue.isEmpty();
  }

  @Override
  public void close() {
    closed = true;
  }
}
