package io.tokenledger.gateway.accounting.journal;

import io.tokenledger.journal.Journal;
import io.tokenledger.journal.JournalSettings;
import io.tokenledger.service.journal.EventJournals;
import io.tokenledger.service.journal.JournaledEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** The journal of calls. */
@ApplicationScoped
public class CallJournal {

  private static final Logger LOG = Logger.getLogger(CallJournal.class);

  /** A sixteenth: what stays of the journal, at most, because of calls that run for long. */
  private static final int RENEW_SHARE = 16;

  /** What is said of calls that have no room. */
  public static final String FULL = "the journal is full";

  private final Journal journal;
  private final StoppedCalls stopped;
  private final AtomicInteger waiting = new AtomicInteger();

  /** In the time of {@link System#nanoTime}; 0 when nothing waits. */
  private final AtomicLong oldestNanos = new AtomicLong();

  /** Opens it. Calls that an earlier process left open get their end. */
  public CallJournal(JournalConfig config) {
    this.journal = EventJournals.open(settings(config), "tokenledger.gateway.journal.max-bytes");
    this.stopped = StoppedCalls.in(this);
    waiting.addAndGet(stopped.ended());
    endStoppedCalls();
  }

  /** Those that an earlier process left open, as far as there is room. To be called again. */
  public synchronized void endStoppedCalls() {
    stopped.end(this);
  }

  private static JournalSettings settings(JournalConfig config) {
    return JournalSettings.in(config.directory())
        .withMaxBytes(config.maxBytes())
        .withSyncEvery(config.syncEvery())
        .withConfirmSynced(config.waitForSync());
  }

  /** The last quarter is for what becomes of the calls that run. */
  public boolean hasRoomForCalls() {
    return journal.bytes() < journal.maxBytes() / 4 * 3;
  }

  /** The last eighth is for small records that let the journal forget others. */
  public boolean hasRoomForEvents() {
    return journal.bytes() < journal.maxBytes() / 8 * 7;
  }

  /** So that the OPEN records of all calls that run have room in the last eighth. */
  public long maxBytesOfOpenCalls() {
    return journal.maxBytes() / 8;
  }

  /** Gives the record's position when it is written; runs what follows in the journal's thread. */
  public CompletableFuture<Long> append(Entry.Kind kind, JournaledEvent event) {
    if (kind == Entry.Kind.USAGE) {
      waiting.incrementAndGet();
    }
    CompletableFuture<Long> appended = journal.append(kind.type(), event.toPayload());
    return kind == Entry.Kind.USAGE ? appended.whenComplete(this::uncountFailed) : appended;
  }

  private void uncountFailed(Long position, Throwable failure) {
    if (failure != null) {
      waiting.decrementAndGet();
    }
  }

  /** An OPEN before this position holds back the end of too much: it is to be written again. */
  public long renewBefore() {
    return journal.end() - journal.maxBytes() / RENEW_SHARE;
  }

  /** From the first record that is still needed; to be closed by the caller. */
  public Entries read() {
    return new Entries(journal.read());
  }

  public long end() {
    return journal.end();
  }

  public boolean hasRecordAt(long position) {
    return journal.end() > position;
  }

  public boolean awaitRecordAt(long position, Duration atMost) throws InterruptedException {
    return journal.awaitRecordAt(position, atMost);
  }

  /** All records before the position have done their work. */
  public void acknowledge(long position) {
    journal.acknowledge(position);
  }

  /** Kafka has acknowledged an event. */
  void sent() {
    waiting.decrementAndGet();
  }

  /**
   * @param nanoTime since when the oldest event is on its way, by {@link System#nanoTime}; empty
   *     when none is
   */
  public void oldestSince(Optional<Long> nanoTime) {
    oldestNanos.set(nanoTime.orElse(0L));
  }

  public int waiting() {
    return waiting.get();
  }

  public Duration age() {
    long oldest = oldestNanos.get();
    return oldest == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - oldest);
  }

  /** What was appended is written. */
  public void close() {
    try {
      journal.close();
    } catch (IOException e) {
      LOG.warnf("The journal was not closed cleanly: %s", e);
    }
  }
}
