package io.tokenledger.ingest;

import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.recorded.RecordedUsage;
import java.util.List;

/**
 * What became of a batch: the events recorded, how many were copies, and what was refused.
 *
 * @param restored events that had been published before and were not in the database any more
 * @param revised later revisions, which take the place of what was recorded
 * @param superseded earlier revisions than what is there
 */
public record BatchOutcome(
    List<RecordedUsage> recorded,
    int duplicates,
    List<DeadLetter> deadLetters,
    int restored,
    int revised,
    int superseded) {

  /** Other events under an id that is taken. */
  public int conflicts() {
    return (int) deadLetters.stream().filter(l -> l.reason() == RejectionCode.CONFLICT).count();
  }

  /** What was refused for itself. */
  public int invalid() {
    return deadLetters.size() - conflicts();
  }
}
