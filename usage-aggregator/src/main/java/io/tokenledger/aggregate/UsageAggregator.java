package io.tokenledger.aggregate;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.RecordedUsage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The way of a batch from {@code usage.recorded} into the rollups, exactly once. In one PostgreSQL
 * transaction:
 *
 * <ol>
 *   <li>lock the positions of the batch's partitions
 *   <li>drop what is below them: it was counted before, by us or by whoever had the partition
 *   <li>fold the rest in memory and add it to the rollups
 *   <li>store the new positions
 * </ol>
 *
 * A crash before the commit leaves nothing; after it, the positions drop the replay. Kafka's own
 * offsets are committed afterwards and only show the lag.
 */
@ApplicationScoped
public class UsageAggregator {

  private final RollupStore store;

  UsageAggregator(RollupStore store) {
    this.store = store;
  }

  /**
   * @return how many messages of the batch were counted now
   */
  public Uni<Integer> aggregate(RecordedBatch batch) {
    return store.inTransaction(
        transaction ->
            transaction
                .lockPositions(batch.topicId(), batch.partitions())
                .chain(
                    positions -> {
                      List<RecordedUsage> fresh = batch.notBelow(positions);
                      return transaction
                          .add(RollupFold.of(fresh))
                          .chain(
                              () ->
                                  transaction.storePositions(
                                      batch.topicId(), batch.positionsAfter(positions)))
                          .replaceWith(fresh.size());
                    }));
  }
}
