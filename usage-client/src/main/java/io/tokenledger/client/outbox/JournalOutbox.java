package io.tokenledger.client.outbox;

import io.tokenledger.journal.Journal;
import io.tokenledger.journal.JournalException;
import io.tokenledger.journal.JournalFullException;
import io.tokenledger.journal.JournalReader;
import io.tokenledger.journal.JournalRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Keeps events on disk: they outlive the process, and are sent by the next one. */
final class JournalOutbox implements Outbox {

  private static final byte EVENT = 1;

  /** Says nothing: when it is settled, so is all before it. */
  private static final byte MARK = 2;

  private final Journal journal;
  private final JournalReader reader;
  private final long maxWaitingBytes;
  private final Consumer<String> troubles;
  private final AtomicLong waitingBytes = new AtomicLong();
  private final Deque<Entry> read = new ArrayDeque<>();
  private final Settled settled;

  /**
   * @param maxWaitingBytes of memory for what waits to be written
   * @param troubles told sentences, from any thread
   */
  JournalOutbox(Journal journal, long maxWaitingBytes, Consumer<String> troubles) {
    this.journal = journal;
    this.reader = journal.read();
    this.maxWaitingBytes = maxWaitingBytes;
    this.troubles = troubles;
    this.settled = new Settled(journal.acknowledged());
  }

  @Override
  public void append(byte[] event, Consumer<Kept> outcome) {
    long cost = (long) event.length + MemoryOutbox.OVERHEAD_BYTES;
    if (waitingBytes.addAndGet(cost) > maxWaitingBytes) {
      waitingBytes.addAndGet(-cost);
      outcome.accept(Kept.FULL);
      return;
    }
    journal
        .append(EVENT, event)
        .whenComplete(
            (position, failure) -> {
              waitingBytes.addAndGet(-cost);
              outcome.accept(kept(failure));
            });
  }

  private static Kept kept(Throwable failure) {
    if (failure == null) {
      return Kept.ON_DISK;
    }
    return failure instanceof JournalFullException ? Kept.FULL : Kept.BROKEN;
  }

  @Override
  public List<Entry> next(int maxEvents, int maxBytes) {
    readAhead(maxEvents, maxBytes);
    List<Entry> next = new ArrayList<>();
    long sum = 0;
    for (Entry entry : read) {
      sum += size(entry);
      if (next.size() == maxEvents || sum > maxBytes && !next.isEmpty()) {
        return next;
      }
      next.add(entry);
    }
    return next;
  }

  private void readAhead(int maxEvents, int maxBytes) {
    long sum = read.stream().mapToLong(JournalOutbox::size).sum();
    try {
      while (read.size() < maxEvents && sum < maxBytes) {
        Optional<JournalRecord> record = reader.next();
        if (record.isEmpty()) {
          return;
        }
        Entry entry = entry(record.get());
        read.add(entry);
        sum += size(entry);
      }
    } catch (JournalException e) {
      troubles.accept(e.getMessage());
    }
  }

  private static Entry entry(JournalRecord record) {
    return new Entry(record.next(), record.type() == EVENT ? record.payload() : null);
  }

  private static long size(Entry entry) {
    return entry.isEvent() ? entry.event().length : 0;
  }

  /** Where the disk fails, it is said with the next ones; what is sent twice counts once. */
  @Override
  public void settle(List<Entry> done) {
    done.forEach(entry -> read.remove());
    long position = done.get(done.size() - 1).next();
    try {
      journal.acknowledge(position);
    } catch (JournalException e) {
      troubles.accept(e.getMessage());
    }
    settled.advanceTo(position);
  }

  @Override
  public boolean awaitSettled(Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    try {
      CompletableFuture<Long> mark = journal.append(MARK, new byte[0]);
      long end =
          mark.handle((at, failure) -> failure == null ? at + 1 : journal.end())
              .get(atMost.toNanos(), TimeUnit.NANOSECONDS);
      return settled.await(end, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  @Override
  public boolean isEmpty() {
    return settled.upTo() >= journal.end();
  }

  @Override
  public void close() {
    try {
      reader.close();
      journal.close();
    } catch (IOException e) {
      troubles.accept("The journal cannot be closed: " + e.getMessage());
    }
  }
}
