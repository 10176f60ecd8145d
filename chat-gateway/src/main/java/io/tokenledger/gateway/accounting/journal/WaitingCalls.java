package io.tokenledger.gateway.accounting.journal;

import io.tokenledger.service.journal.WaitingEvents;
import java.time.Duration;
import java.util.Optional;

/** The events of calls that have ended, among the other records of their journal. */
public final class WaitingCalls implements WaitingEvents {

  private final CallJournal journal;
  private final Entries entries;
  private final Outstanding outstanding = new Outstanding();

  public WaitingCalls(CallJournal journal) {
    this.journal = journal;
    this.entries = journal.read();
  }

  @Override
  public Optional<Waiting> next() {
    Optional<Entry> next = read();
    while (next.isPresent() && next.get().kind() != Entry.Kind.USAGE) {
      next = read();
    }
    return next.map(entry -> new Waiting(entry.position(), entry.event()));
  }

  private Optional<Entry> read() {
    Optional<Entry> next = entries.next();
    next.ifPresent(outstanding::read);
    return next;
  }

  @Override
  public boolean isAtEnd() {
    return !journal.hasRecordAt(entries.position());
  }

  @Override
  public void awaitMore(Duration atMost) throws InterruptedException {
    journal.awaitRecordAt(entries.position(), atMost);
  }

  @Override
  public void sent(long position) {
    outstanding.acknowledged(position);
    journal.sent();
  }

  @Override
  public void forgetSent() {
    journal.acknowledge(outstanding.first(entries.position()));
  }

  @Override
  public void oldestSince(Optional<Long> nanoTime) {
    journal.oldestSince(nanoTime);
  }

  @Override
  public void close() {
    entries.close();
  }
}
