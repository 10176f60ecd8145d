package io.tokenledger.gateway.accounting;

import io.tokenledger.gateway.accounting.journal.CallJournal;
import io.tokenledger.gateway.accounting.journal.Entry;
import io.tokenledger.gateway.accounting.journal.JournaledEvent;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Ends of calls that the journal did not take, to be tried again: a full disk may get room.
 * Bounded: beyond it the event is given up, and all that will still be written is that the call has
 * ended.
 */
final class Unwritten {

  private static final long MAX_BYTES = 64L * 1024 * 1024;

  private final CallJournal journal;
  private final Unrecorded unrecorded;
  private final Deque<End> ends = new ArrayDeque<>();
  private long bytes;

  Unwritten(CallJournal journal, Unrecorded unrecorded) {
    this.journal = journal;
    this.unrecorded = unrecorded;
  }

  void append(Entry.Kind kind, JournaledEvent event) {
    journal
        .append(kind, event)
        .whenComplete(
            (position, failure) -> {
              if (failure != null) {
                keep(kind, event, NotRecordedException.reason(failure));
              }
            });
  }

  private synchronized void keep(Entry.Kind kind, JournaledEvent event, String why) {
    if (bytes + event.event().length > MAX_BYTES) {
      unrecorded.count(why);
      ends.add(new End(Entry.Kind.VOIDED, JournaledEvent.none(event.call())));
    } else {
      bytes += event.event().length;
      ends.add(new End(kind, event));
    }
  }

  /** What fails again is kept again. */
  void retry() {
    for (End end : taken()) {
      append(end.kind, end.event);
    }
  }

  private synchronized Iterable<End> taken() {
    Iterable<End> all = new ArrayDeque<>(ends);
    ends.clear();
    bytes = 0;
    return all;
  }

  private record End(Entry.Kind kind, JournaledEvent event) {}
}
