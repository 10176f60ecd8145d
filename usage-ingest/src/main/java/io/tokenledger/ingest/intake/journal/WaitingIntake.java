package io.tokenledger.ingest.intake.journal;

import io.tokenledger.journal.Journal;
import io.tokenledger.journal.JournalReader;
import io.tokenledger.service.journal.JournaledEvent;
import io.tokenledger.service.journal.NeededRecords;
import io.tokenledger.service.journal.WaitingEvents;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The events of a journal in which each record is one that is to be sent. */
final class WaitingIntake implements WaitingEvents {

  private static final Logger LOG = Logger.getLogger(WaitingIntake.class);

  private final Journal journal;
  private final JournalReader reader;
  private final NeededRecords needed = new NeededRecords();
  private final Consumer<Optional<Long>> oldest;

  /**
   * @param oldest told since when the oldest one is on its way
   */
  WaitingIntake(Journal journal, Consumer<Optional<Long>> oldest) {
    this.journal = journal;
    this.reader = journal.read();
    this.oldest = oldest;
  }

  @Override
  public Optional<Waiting> next() {
    return reader
        .next()
        .map(
            record -> {
              needed.add(record.position());
              return new Waiting(record.position(), JournaledEvent.fromPayload(record.payload()));
            });
  }

  @Override
  public boolean isAtEnd() {
    return journal.end() <= reader.position();
  }

  @Override
  public void awaitMore(Duration atMost) throws InterruptedException {
    journal.awaitRecordAt(reader.position(), atMost);
  }

  @Override
  public void sent(long position) {
    needed.remove(position);
  }

  @Override
  public void forgetSent() {
    journal.acknowledge(needed.first(reader.position()));
  }

  @Override
  public void oldestSince(Optional<Long> nanoTime) {
    oldest.accept(nanoTime);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      LOG.debugf("A segment that was read was not closed: %s", e);
    }
  }
}
