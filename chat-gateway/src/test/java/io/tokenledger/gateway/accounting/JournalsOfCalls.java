package io.tokenledger.gateway.accounting;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tokenledger.gateway.accounting.journal.CallJournal;
import io.tokenledger.gateway.accounting.journal.Entries;
import io.tokenledger.gateway.accounting.journal.Entry;
import io.tokenledger.gateway.accounting.journal.JournalConfig;
import io.tokenledger.gateway.accounting.journal.OnFull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journal, its ledger and its settings as a test wants them. */
public final class JournalsOfCalls implements JournalConfig, AutoCloseable {

  /** The least that a journal may have. */
  public static final long SMALL = 4L * 1024 * 1024;

  private final Path directory;
  private final long maxBytes;
  private final OnFull onFull;
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final CallJournal journal;
  private final JournalLedger ledger;

  public JournalsOfCalls(Path directory, long maxBytes, OnFull onFull) {
    this.directory = directory;
    this.maxBytes = maxBytes;
    this.onFull = onFull;
    this.journal = new CallJournal(this);
    this.ledger = new JournalLedger(journal, this, meters);
  }

  public static JournalsOfCalls in(Path directory) {
    return new JournalsOfCalls(directory, 64L * 1024 * 1024, OnFull.PASS);
  }

  public CallJournal journal() {
    return journal;
  }

  public JournalLedger ledger() {
    return ledger;
  }

  public double unrecorded() {
    return meters.get("tokenledger.gateway.unrecorded").counter().count();
  }

  List<Entry> entries() {
    List<Entry> all = new ArrayList<>();
    try (Entries entries = journal.read()) {
      Optional<Entry> next = entries.next();
      while (next.isPresent()) {
        all.add(next.get());
        next = entries.next();
      }
    }
    return all;
  }

  /** As {@code KIND id}. */
  List<String> said() {
    return entries().stream()
        .map(entry -> entry.kind() + " " + entry.event().call().eventId())
        .toList();
  }

  @Override
  public Path directory() {
    return directory;
  }

  @Override
  public long maxBytes() {
    return maxBytes;
  }

  @Override
  public Duration syncEvery() {
    return Duration.ofMillis(20);
  }

  @Override
  public boolean waitForSync() {
    return false;
  }

  @Override
  public OnFull onFull() {
    return onFull;
  }

  @Override
  public Duration flushAtEnd() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void close() {
    ledger.end();
    journal.close();
  }
}
