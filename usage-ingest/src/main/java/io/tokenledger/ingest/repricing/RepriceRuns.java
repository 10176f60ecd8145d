package io.tokenledger.ingest.repricing;

import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.repricing.RepriceRun.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Runs that were asked for, and what they change: events, adjustments and progress together. */
public interface RepriceRuns {

  /**
   * One chunk of the oldest run that is due, in one transaction. While one instance is at it, the
   * others find nothing.
   *
   * @param bookVersion of the price book at hand; a run that was begun at a later one waits
   * @param changes what of some events is to be changed, at that book
   */
  Uni<Optional<Step>> step(long bookVersion, Function<List<StoredUsage>, List<CostChange>> changes);

  /**
   * Asks for a run over everything that has no price.
   *
   * @return false when there is an unfinished one
   */
  Uni<Boolean> requestForUnpriced(long bookVersion);
}
