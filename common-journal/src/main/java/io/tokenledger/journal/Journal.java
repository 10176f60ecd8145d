package io.tokenledger.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * An append-only journal in a directory. Appending never blocks and may be done from any thread;
 * one reader sends on what it reads, and acknowledges it.
 */
public final class Journal implements AutoCloseable {

  private final JournalSettings settings;
  private final Consumer<Damage> damages;
  private final DirectoryLock lock;
  private final Segments segments;
  private final Checkpoint checkpoint;
  private final GrowingEnd end;
  private final DiskSync sync;
  private final JournalWriter writer;
  private final Thread syncThread;
  private final Thread writerThread;
  private long acknowledged;
  private boolean closed;

  private Journal(JournalSettings settings, Consumer<Damage> damages, DirectoryLock lock)
      throws IOException {
    this.settings = settings;
    this.damages = damages;
    this.lock = lock;
    this.segments = Segments.in(settings.directory(), damages);
    this.checkpoint = new Checkpoint(settings.directory());
    this.acknowledged = checkpoint.read(damages).orElse(segments.begin(0));
    // Never below the checkpoint, though the disk may have lost what was written up to it: what is
    // appended there would count as acknowledged.
    this.end = new GrowingEnd(Math.max(segments.end(0), acknowledged));
    this.sync = new DiskSync(settings.syncEvery(), damages);
    this.writer = new JournalWriter(settings, segments, sync, end.position(), end::grow);
    this.syncThread = started(sync, "journal-sync");
    this.writerThread = started(writer, "journal-writer");
  }

  /**
   * Opens the journal of the directory, or begins one.
   *
   * @param damages told what is lost, or may be, and from any thread
   * @throws JournalException when another process has it open
   */
  public static Journal open(JournalSettings settings, Consumer<Damage> damages)
      throws IOException {
    Files.createDirectories(settings.directory());
    DirectoryLock lock = DirectoryLock.of(settings.directory());
    try {
      return new Journal(settings, damages, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static Thread started(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /**
   * Appends a record and gives its position: when it was written, so that it survives the process,
   * or when it was forced to the disk, so that it survives the machine too. It fails with {@link
   * JournalFullException} when there is no room, else with {@link JournalException}. What depends
   * on it runs in the journal's thread and must be quick.
   *
   * @param payload must not be changed afterwards
   * @throws IllegalArgumentException when it is larger than a segment
   */
  public CompletableFuture<Long> append(byte type, byte[] payload) {
    Pending record = new Pending(type, payload, new CompletableFuture<>());
    if (record.size() > settings.segmentBytes()) {
      throw new IllegalArgumentException(
          "A record of the journal must not have more than "
              + settings.segmentBytes()
              + " bytes, and this one has "
              + record.size());
    }
    synchronized (writer) {
      if (closed) {
        return CompletableFuture.failedFuture(new JournalException("The journal is closed.", null));
      }
      writer.enqueue(record);
    }
    return record.confirmed();
  }

  /** Reads from the first position that is not acknowledged. */
  public synchronized JournalReader read() {
    return new JournalReader(segments, acknowledged, damages);
  }

  /** The position after the last record. */
  public long end() {
    return end.position();
  }

  /** The first position that is not acknowledged. */
  public synchronized long acknowledged() {
    return acknowledged;
  }

  /** On the disk; what is acknowledged goes in whole segments. */
  public long bytes() {
    return segments.bytes();
  }

  public long maxBytes() {
    return settings.maxBytes();
  }

  /** Waits until there is a record at the position; false when none came in time. */
  public boolean awaitRecordAt(long position, Duration atMost) throws InterruptedException {
    return end.awaitBeyond(position, atMost);
  }

  /**
   * All before the position is done with: it is not read again, and its segments are deleted.
   * Writes a small file, so not for an event loop. A position that was passed already changes
   * nothing.
   *
   * @throws JournalException when the disk fails; to be repeated then
   */
  public synchronized void acknowledge(long position) {
    if (position > end.position()) {
      throw new IllegalArgumentException(
          "Position " + position + " is beyond the end of the journal, " + end.position());
    }
    if (position <= acknowledged) {
      return;
    }
    try {
      // Before the checkpoint, which needs room: on a full disk this gives some.
      segments.deleteBelow(position);
      checkpoint.write(position);
      acknowledged = position;
    } catch (IOException e) {
      throw new JournalException("The checkpoint cannot be written: " + e.getMessage(), e);
    }
  }

  /** What was appended before is written, forced to the disk and confirmed. */
  @Override
  public void close() throws IOException {
    synchronized (writer) {
      if (closed) {
        return;
      }
      closed = true;
      writer.end();
    }
    ended(writerThread);
    sync.stop();
    ended(syncThread);
    lock.close();
  }

  private static void ended(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
