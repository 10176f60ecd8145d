package io.tokenledger.gateway.accounting;

import io.tokenledger.gateway.accounting.journal.CallJournal;
import io.tokenledger.gateway.accounting.journal.Entry;
import io.tokenledger.service.journal.JournaledEvent;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes the ends of calls. What the journal does not take is tried again: a full one may get room.
 * Bounded: beyond it the event is given up, and all that will still be written is that the call has
 * ended.
 */
final class CallEnds {

  private static final long MAX_BYTES = 64L * 1024 * 1024;

  private final CallJournal journal;
  private final OpenCalls calls;
  private final Unrecorded unrecorded;
  private final Deque<End> unwritten = new ArrayDeque<>();
  private long bytes;

  CallEnds(CallJournal journal, OpenCalls calls, Unrecorded unrecorded) {
    this.journal = journal;
    this.calls = calls;
    this.unrecorded = unrecorded;
  }

  void write(Entry.Kind kind, JournaledEvent event) {
    calls.ends(event.call());
    if (kind == Entry.Kind.USAGE && !journal.hasRoomForEvents()) {
      keep(kind, event, CallJournal.FULL);
      return;
    }
    journal
        .append(kind, event)
        .whenComplete(
            (position, failure) -> {
              if (failure == null) {
                calls.closed(event.call());
              } else {
                keep(kind, event, NotRecordedException.reason(failure));
              }
            });
  }

  /**
   * Meanwhile its OPEN record may be written again, so that it does not fill the journal itself.
   */
  private void keep(Entry.Kind kind, JournaledEvent event, String why) {
    boolean kept;
    synchronized (this) {
      kept = bytes + event.event().length <= MAX_BYTES;
      unwritten.add(
          kept
              ? new End(kind, event)
              : new End(Entry.Kind.VOIDED, JournaledEvent.none(event.call())));
      bytes += kept ? event.event().length : 0;
    }
    calls.goesOn(event.call());
    if (!kept) {
      unrecorded.count(why);
    }
  }

  /** What fails again is kept again. */
  void retry() {
    for (End end : taken()) {
      write(end.kind, end.event);
    }
  }

  private synchronized Iterable<End> taken() {
    Iterable<End> all = new ArrayDeque<>(unwritten);
    unwritten.clear();
    bytes = 0;
    return all;
  }

  private record End(Entry.Kind kind, JournaledEvent event) {}
}
