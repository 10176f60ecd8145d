package io.tokenledger.gateway.accounting.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** The calls that ran when an earlier process stopped. */
final class StoppedCalls {

  private static final Logger LOG = Logger.getLogger(StoppedCalls.class);

  private StoppedCalls() {}

  /**
   * Gives each its end: the event that stands in its OPEN record becomes a USAGE record, and goes
   * the way of all others, with the same bytes however often the process stops on the way.
   *
   * @return how many events wait in the journal beside these
   */
  static int end(CallJournal journal) {
    Map<CallId, JournaledEvent> open = new LinkedHashMap<>();
    int waiting = 0;
    try (CallJournal.Entries entries = journal.read()) {
      long end = journal.end();
      Optional<Entry> next = entries.next();
      while (next.isPresent() && next.get().position() < end) {
        waiting += fold(next.get(), open);
        next = entries.next();
      }
    }
    if (waiting > 0 || !open.isEmpty()) {
      LOG.infof(
          "The journal holds %d events to send, and %d calls that ran when the gateway stopped",
          waiting, open.size());
    }
    open.values().forEach(event -> end(event, journal));
    return waiting;
  }

  /** How many events it adds. */
  private static int fold(Entry entry, Map<CallId, JournaledEvent> open) {
    if (entry.kind() == Entry.Kind.OPEN) {
      open.put(entry.event().call(), entry.event());
      return 0;
    }
    open.remove(entry.event().call());
    return entry.kind() == Entry.Kind.USAGE ? 1 : 0;
  }

  /** Where it fails the OPEN record stays, and the next start tries again. */
  private static void end(JournaledEvent event, CallJournal journal) {
    try {
      journal.append(Entry.Kind.USAGE, event).join();
    } catch (CompletionException e) {
      LOG.warnf("A call that ran when the gateway stopped waits: %s", e.getCause().getMessage());
    }
  }
}
