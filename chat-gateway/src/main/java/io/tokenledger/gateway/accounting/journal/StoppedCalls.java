package io.tokenledger.gateway.accounting.journal;

import io.tokenledger.service.journal.CallId;
import io.tokenledger.service.journal.JournaledEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/**
 * The calls that ran when an earlier process stopped. Each gets its end: the event that stands in
 * its OPEN record becomes a USAGE record, and goes the way of all others, with the same bytes
 * however often a process stops on the way. Not thread-safe.
 */
final class StoppedCalls {

  private static final Logger LOG = Logger.getLogger(StoppedCalls.class);

  private final Map<CallId, JournaledEvent> open = new LinkedHashMap<>();
  private int ended;

  /** Reads all that is in the journal. */
  static StoppedCalls in(CallJournal journal) {
    StoppedCalls stopped = new StoppedCalls();
    try (Entries entries = journal.read()) {
      Optional<Entry> next = entries.next();
      while (next.isPresent()) {
        stopped.read(next.get());
        next = entries.next();
      }
    }
    if (stopped.ended > 0 || !stopped.open.isEmpty()) {
      LOG.infof(
          "The journal holds %d events to send, and %d calls that ran when the gateway stopped",
          stopped.ended, stopped.open.size());
    }
    return stopped;
  }

  private void read(Entry entry) {
    if (entry.kind() == Entry.Kind.OPEN) {
      open.put(entry.event().call(), entry.event());
    } else {
      open.remove(entry.event().call());
      ended += entry.kind() == Entry.Kind.USAGE ? 1 : 0;
    }
  }

  /** Calls whose event is in the journal already. */
  int ended() {
    return ended;
  }

  /** What the journal does not take is to be tried again: its OPEN record holds back all others. */
  void end(CallJournal journal) {
    open.values().removeIf(event -> isEnded(event, journal));
  }

  private static boolean isEnded(JournaledEvent event, CallJournal journal) {
    try {
      journal.append(Entry.Kind.USAGE, event).join();
      return true;
    } catch (CompletionException e) {
      LOG.warnf("A call that ran when the gateway stopped waits: %s", e.getCause().getMessage());
      return false;
    }
  }
}
