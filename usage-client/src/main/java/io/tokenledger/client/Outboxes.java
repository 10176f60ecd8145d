package io.tokenledger.client;

import io.tokenledger.client.outbox.JournalDirectory;
import io.tokenledger.client.outbox.MemoryOutbox;
import io.tokenledger.client.outbox.Outbox;
import io.tokenledger.client.outbox.Outbox.Kept;
import io.tokenledger.client.sending.OneLine;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/** The journal first, where there is one, and memory where it has no room or its disk fails. */
final class Outboxes {

  private static final Logger LOG = System.getLogger(UsageTracker.class.getName());

  private final Tally tally;
  private final Told told;
  private final List<Outbox> journals;
  private final MemoryOutbox memory;
  private final Outbox first;

  Outboxes(UsageTrackerBuilder settings, Tally tally, Told told) {
    this.tally = tally;
    this.told = told;
    this.journals = journals(settings);
    this.memory = new MemoryOutbox(settings.maxMemoryBytes / (journals.isEmpty() ? 1 : 2));
    this.first = journals.isEmpty() ? memory : journals.get(0);
  }

  private static List<Outbox> journals(UsageTrackerBuilder settings) {
    return settings.journal == null
        ? List.of()
        : new JournalDirectory(
                settings.journal,
                settings.maxJournalBytes,
                settings.maxMemoryBytes / 2,
                trouble -> LOG.log(Level.WARNING, OneLine.of(trouble)))
            .open();
  }

  /** Those that events are put into. */
  List<Outbox> lasting() {
    return first == memory ? List.of(memory) : List.of(first, memory);
  }

  /** Journals of processes that are no more. */
  List<Outbox> leftovers() {
    return journals.isEmpty() ? List.of() : journals.subList(1, journals.size());
  }

  /**
   * Never blocks, and never throws.
   *
   * @param thereIsSome called when there is something to send; from any thread
   */
  void keep(UsageEvent event, Runnable thereIsSome) {
    first.append(
        event.encoded(),
        kept -> {
          if (kept == Kept.FULL || kept == Kept.BROKEN) {
            keepInMemory(event, kept, thereIsSome);
          } else {
            countJournalled(kept);
            thereIsSome.run();
          }
        });
  }

  private void countJournalled(Kept kept) {
    if (kept == Kept.ON_DISK) {
      tally.journalled.increment();
    }
  }

  private void keepInMemory(UsageEvent event, Kept before, Runnable thereIsSome) {
    if (first == memory) {
      told.dropped(event, "no room in memory");
      return;
    }
    memory.append(
        event.encoded(),
        kept -> {
          if (kept == Kept.IN_MEMORY) {
            thereIsSome.run();
          } else {
            told.dropped(event, whyLost(before));
          }
        });
  }

  private static String whyLost(Kept before) {
    return before == Kept.FULL
        ? "no room in the journal, nor in memory"
        : "the journal fails, and there is no room in memory";
  }

  /** False when it was not in time. */
  boolean awaitSettled(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    return first.awaitSettled(atMost)
        && memory.awaitSettled(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
  }

  /** Whether nothing would be lost if the process ended now. */
  boolean isSafe() {
    return memory.isEmpty();
  }

  /**
   * What is in memory alone then is lost, and counted.
   *
   * @param left of {@link #leftovers} those that are still open
   */
  void close(List<Outbox> left) {
    first.close();
    memory.close();
    left.forEach(Outbox::close);
    long lost = memory.volatileEvents();
    if (lost > 0) {
      tally.dropped.add(lost - 1);
      tally.dropped("closed before the ledger had them");
    }
  }
}
