package io.tokenledger.gateway.accounting;

import io.tokenledger.gateway.accounting.journal.CallJournal;
import io.tokenledger.gateway.accounting.journal.Entry;
import io.tokenledger.service.journal.CallId;
import io.tokenledger.service.journal.JournaledEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The calls whose end is not in the journal, and their OPEN records. */
final class OpenCalls {

  private final CallJournal journal;
  private final ConcurrentHashMap<CallId, OpenCall> calls = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();

  OpenCalls(CallJournal journal) {
    this.journal = journal;
  }

  /** Whether the records of one more can still be written again when the journal is full. */
  boolean hasRoom() {
    return journal.hasRoomForCalls() && bytes.get() < journal.maxBytesOfOpenCalls();
  }

  /** Fails when the record cannot be written; the call is open nevertheless. */
  CompletableFuture<Long> open(JournaledEvent stopped) {
    OpenCall call = put(stopped, true);
    return journal.append(Entry.Kind.OPEN, stopped).whenComplete((at, no) -> call.writtenAt(at));
  }

  /** It runs, and is not in the journal. */
  void openUnrecorded(JournaledEvent stopped) {
    put(stopped, false);
  }

  private OpenCall put(JournaledEvent stopped, boolean recorded) {
    OpenCall call = new OpenCall(stopped, recorded);
    bytes.addAndGet(stopped.event().length);
    OpenCall before = calls.put(stopped.call(), call);
    if (before != null) {
      bytes.addAndGet(-before.stopped.event().length);
    }
    return call;
  }

  /**
   * Its end is about to be written: no OPEN record may come after it.
   *
   * @return whether it has an OPEN record, or one is about to be written
   */
  boolean ends(CallId id) {
    OpenCall call = calls.computeIfPresent(id, (same, open) -> open.ending(true));
    return call != null && call.recorded;
  }

  /** Its end could not be written. */
  void goesOn(CallId id) {
    calls.computeIfPresent(id, (same, open) -> open.ending(false));
  }

  /** Its end is in the journal, or nothing of it. */
  void closed(CallId id) {
    OpenCall call = calls.remove(id);
    if (call != null) {
      bytes.addAndGet(-call.stopped.event().length);
    }
  }

  /**
   * Writes the OPEN records that stand far back again, at the head of the journal, so that what
   * lies between can go. Within the map's lock: it cannot come after the end of its call.
   */
  void renew() {
    long before = journal.renewBefore();
    for (CallId id : calls.keySet()) {
      calls.computeIfPresent(id, (same, call) -> renewed(call, before));
    }
  }

  private OpenCall renewed(OpenCall call, long before) {
    Long position = call.position;
    if (position != null && position < before && !call.ending && !call.renewing) {
      call.renewing = true;
      journal
          .append(Entry.Kind.OPEN, call.stopped)
          .whenComplete(
              (at, failure) -> {
                call.writtenAt(at == null ? position : at);
                call.renewing = false;
              });
    }
    return call;
  }

  /** One of them. */
  private static final class OpenCall {

    private final JournaledEvent stopped;
    private volatile boolean renewing;
    private volatile boolean ending;

    private volatile boolean recorded;

    /** Of its last OPEN record; null when none was written yet. */
    private volatile Long position;

    OpenCall(JournaledEvent stopped, boolean recorded) {
      this.stopped = stopped;
      this.recorded = recorded;
    }

    /** Null when it could not be written. */
    void writtenAt(Long at) {
      position = at;
      recorded = at != null;
    }

    OpenCall ending(boolean now) {
      ending = now;
      return this;
    }
  }
}
