package io.tokenledger.gateway.accounting.journal;

import io.tokenledger.service.journal.CallId;
import io.tokenledger.service.journal.NeededRecords;
import java.util.HashMap;
import java.util.Map;

/**
 * Which records of the journal are still needed: an OPEN until the end of its call has been read, a
 * USAGE until it is acknowledged. A restart reads from the first of them. Not thread-safe.
 */
public final class Outstanding {

  private final Map<CallId, Long> opens = new HashMap<>();
  private final NeededRecords needed = new NeededRecords();

  /** In the order in which the records stand in the journal. */
  public void read(Entry entry) {
    Long before =
        entry.kind() == Entry.Kind.OPEN
            ? opens.put(entry.event().call(), entry.position())
            : opens.remove(entry.event().call());
    if (before != null) {
      needed.remove(before);
    }
    if (entry.kind() != Entry.Kind.VOIDED) {
      needed.add(entry.position());
    }
  }

  /** The event of the USAGE record at the position has been sent. */
  public void acknowledged(long position) {
    needed.remove(position);
  }

  /**
   * The first record that is still needed.
   *
   * @param next the position of the first record that was not read
   */
  public long first(long next) {
    return needed.first(next);
  }
}
