package io.tokenledger.gateway.accounting.journal;

import io.tokenledger.journal.JournalReader;
import io.tokenledger.journal.JournalRecord;
import io.tokenledger.service.journal.JournaledEvent;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads the records of calls one after the other. One thread. */
public final class Entries implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Entries.class);

  private final JournalReader reader;

  Entries(JournalReader reader) {
    this.reader = reader;
  }

  /** Empty when there is no more now. */
  public Optional<Entry> next() {
    return reader.next().map(Entries::fromRecord);
  }

  /** Of the record that is read next. */
  public long position() {
    return reader.position();
  }

  private static Entry fromRecord(JournalRecord record) {
    return new Entry(
        record.position(),
        Entry.Kind.of(record.type()),
        JournaledEvent.fromPayload(record.payload()));
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
