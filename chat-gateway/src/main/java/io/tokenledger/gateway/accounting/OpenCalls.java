package io.tokenledger.gateway.accounting;

import io.tokenledger.gateway.accounting.journal.CallId;
import io.tokenledger.gateway.accounting.journal.CallJournal;
import io.tokenledger.gateway.accounting.journal.Entry;
import io.tokenledger.gateway.accounting.journal.JournaledEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The calls that run now and their OPEN records. */
final class OpenCalls {

  private final CallJournal journal;
  private final ConcurrentHashMap<CallId, OpenCall> calls = new ConcurrentHashMap<>();

  OpenCalls(CallJournal journal) {
    this.journal = journal;
  }

  /** Fails when the record cannot be written; the call is open nevertheless. */
  CompletableFuture<Long> open(JournaledEvent stopped) {
    OpenCall call = new OpenCall(stopped);
    calls.put(stopped.call(), call);
    return journal.append(Entry.Kind.OPEN, stopped).whenComplete((at, no) -> call.writtenAt(at));
  }

  /** It runs, and is not in the journal. */
  void openUnrecorded(JournaledEvent stopped) {
    calls.put(stopped.call(), new OpenCall(stopped));
  }

  /** Whether it has an OPEN record; no other one will follow. */
  boolean close(CallId id) {
    OpenCall call = calls.remove(id);
    return call != null && call.position != null;
  }

  /**
   * Writes the OPEN records of calls that run for long again, at the head of the journal, so that
   * what lies between can go. Within the map's lock: it cannot come after the end of its call.
   */
  void renew() {
    long before = journal.renewBefore();
    for (CallId id : calls.keySet()) {
      calls.computeIfPresent(id, (same, call) -> renewed(call, before));
    }
  }

  private OpenCall renewed(OpenCall call, long before) {
    Long position = call.position;
    if (position != null && position < before && !call.renewing) {
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

    /** Of its last OPEN record; null when it has none. */
    private volatile Long position;

    OpenCall(JournaledEvent stopped) {
      this.stopped = stopped;
    }

    void writtenAt(Long at) {
      position = at;
    }
  }
}
