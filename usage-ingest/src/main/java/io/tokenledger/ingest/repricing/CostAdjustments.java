package io.tokenledger.ingest.repricing;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.CostAdjustment;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Changed costs on their way to the rollups: kept until they are published, and known until then.
 */
public interface CostAdjustments {

  /**
   * Has the oldest unpublished ones sent and notes that they were. A failure before the end repeats
   * them. While one instance is at it, the others find nothing.
   *
   * @param send in the order given, done when Kafka has acknowledged all
   * @return how many
   */
  Uni<Integer> publishSome(Function<List<CostAdjustment>, Uni<Void>> send);

  /** Has those published anew that were published so long ago and are not counted. */
  Uni<Void> sendAgain(Duration notCountedFor);

  /** How many the rollups have yet to count. */
  Uni<Long> pending();
}
