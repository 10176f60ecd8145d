package io.tokenledger.ingest.deadletters;

import io.tokenledger.events.Coded;
import io.tokenledger.ingest.LetterId;
import java.util.List;
import java.util.Optional;

/**
 * What became of the dead letters that were to be replayed.
 *
 * @param next where to go on; empty when there is nothing more
 */
public record LetterReplay(List<Result> results, Optional<LetterCursor> next) {

  public long count(Status status) {
    return results.stream().filter(result -> result.status() == status).count();
  }

  /** What became of one letter. */
  public enum Status implements Coded {
    /** On {@code usage.events} again, acknowledged by every in-sync replica. */
    REPLAYED,
    /** Would be replayed: it was only tried. */
    REPLAYABLE,
    NOT_FOUND,
    /** What is kept of it is not what came, or is too large to be sent. */
    CANNOT_REPLAY
  }

  /**
   * One letter.
   *
   * @param detail why it was not replayed; empty when it was
   */
  public record Result(LetterId id, Status status, String detail) {}
}
