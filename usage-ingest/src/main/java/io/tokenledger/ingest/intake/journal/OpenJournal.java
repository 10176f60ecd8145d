package io.tokenledger.ingest.intake.journal;

import io.tokenledger.ingest.intake.ValidEvent;
import io.tokenledger.journal.Journal;
import io.tokenledger.journal.JournalFullException;
import io.tokenledger.journal.JournalSettings;
import io.tokenledger.service.journal.CallId;
import io.tokenledger.service.journal.EventJournals;
import io.tokenledger.service.journal.JournaledEvent;
import io.tokenledger.service.journal.UsagePublisher;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** The journal while it is open, and who sends on what is in it. */
final class OpenJournal implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(OpenJournal.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final byte EVENT = 1;

  /** Of a record beside the event, and more: the names of org and event take 512 bytes at most. */
  private static final int RECORD_BYTES = 1_024;

  private final Journal journal;
  private final UsagePublisher publisher;
  private final Duration flushAtEnd;

  /** In the time of {@link System#nanoTime}; 0 when nothing waits. */
  private final AtomicLong oldestNanos = new AtomicLong();

  /**
   * Opens it, and begins to send what is in it.
   *
   * @param kafka settings of every Kafka client
   */
  OpenJournal(IntakeJournalConfig config, Map<String, Object> kafka) {
    this.journal =
        EventJournals.open(settings(config), "tokenledger.ingest.intake.journal.max-bytes");
    WaitingIntake waiting = new WaitingIntake(journal, since -> oldestNanos.set(since.orElse(0L)));
    this.publisher = new UsagePublisher(waiting, kafka, PATIENCE);
    this.flushAtEnd = config.flushAtEnd();
    publisher.start();
  }

  private static JournalSettings settings(IntakeJournalConfig config) {
    return JournalSettings.in(config.directory())
        .withMaxBytes(config.maxBytes())
        .withSyncEvery(config.syncEvery())
        .withConfirmSynced(config.waitForSync());
  }

  /**
   * Done when they are on the disk.
   *
   * @throws NotKeptException when they, or some of them, are not
   */
  void keep(List<ValidEvent> events) {
    requireRoom(events);
    List<CompletableFuture<Long>> appended = events.stream().map(this::append).toList();
    try {
      CompletableFuture.allOf(appended.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof JournalFullException
          ? full()
          : new NotKeptException(
              NotKeptException.Why.DISK, "The journal cannot be written to: see the log.");
    }
  }

  private CompletableFuture<Long> append(ValidEvent event) {
    return journal
        .append(
            EVENT,
            new JournaledEvent(new CallId(event.orgId(), event.eventId()), event.message())
                .toPayload())
        .whenComplete((position, failure) -> tell(failure));
  }

  private static void tell(Throwable failure) {
    if (failure != null && !(failure instanceof JournalFullException)) {
      LOG.errorf("An event could not be written to the journal: %s", failure.getMessage());
    }
  }

  /** All of a request or nothing, as far as can be foreseen. */
  private void requireRoom(List<ValidEvent> events) {
    long bytes =
        events.stream().mapToLong(event -> event.message().length + (long) RECORD_BYTES).sum();
    if (journal.bytes() + bytes > journal.maxBytes()) {
      throw full();
    }
  }

  private static NotKeptException full() {
    return new NotKeptException(
        NotKeptException.Why.FULL,
        "The journal is full, as Kafka has been away for long: send it again later.");
  }

  /** Bytes that Kafka has not acknowledged. */
  long waitingBytes() {
    return journal.end() - journal.acknowledged();
  }

  Duration age() {
    long oldest = oldestNanos.get();
    return oldest == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - oldest);
  }

  @Override
  public void close() {
    publisher.end(flushAtEnd);
    try {
      journal.close();
    } catch (IOException e) {
      LOG.warnf("The journal was not closed cleanly: %s", e);
    }
  }
}
