package io.tokenledger.ingest.intake;

import java.time.LocalDate;
import java.util.Set;

/** The UTC days of which raw events can be stored. */
public interface RawDays {

  /**
   * Makes the days of events that are not on Kafka yet: so their sender waits for them, and not
   * everybody whose events are read by the same lane. One sender at a time; waits for its turn.
   *
   * @return whether all are there; each further call makes more of them
   */
  boolean prepare(Set<LocalDate> days);
}
