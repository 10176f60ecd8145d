package io.tokenledger.local.check;

import io.tokenledger.events.UsageEvent;
import io.tokenledger.pricing.cost.Cost;

/**
 * What the ledger would do with a line.
 *
 * @param line its number; the first is 1
 * @param code why it is refused, as in dead letters; else empty
 * @param detail a sentence about that; of a line that counts nothing new, which line it repeats
 * @param event what was read; null when it is refused
 * @param cost by the bundled price list; null when the event brings its own, and when it is refused
 */
public record Verdict(
    long line, Outcome outcome, String code, String detail, UsageEvent event, Cost cost) {

  /** Accepted, or what else becomes of it. */
  public enum Outcome {
    ACCEPTED,
    /** Takes the place of a lower revision of the file. */
    REVISION,
    /** Like a line before: counts once. */
    DUPLICATE,
    /** Below a revision of the file: does not count, and is no error. */
    SUPERSEDED,
    REFUSED
  }

  static Verdict refused(long line, String code, String detail) {
    return new Verdict(line, Outcome.REFUSED, code, detail, null, null);
  }

  public boolean isRefused() {
    return outcome == Outcome.REFUSED;
  }
}
