package io.tokenledger.aggregate;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.Call;
import io.tokenledger.events.recorded.Adjustment;
import io.tokenledger.events.recorded.Recorded;
import io.tokenledger.events.recorded.RevisedUsage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way from {@code usage.recorded} into the rollups, exactly once. As a rule what is read is
 * folded as it comes, and a {@link OpenWindow} is counted in one PostgreSQL transaction:
 *
 * <ol>
 *   <li>lock the positions of its partitions; they must be those at which it began
 *   <li>lock the numbers of the last counted adjustments and drop all adjustments but the next, and
 *       those that raw events do not have
 *   <li>put the rows of erased users under their pseudonyms, and add all to the rollups
 *   <li>store the new positions
 * </ol>
 *
 * <p>Where messages must be told from one another, which are counted and which not, or which of
 * them fails, they are kept, and a batch of them is counted in one transaction:
 *
 * <ol>
 *   <li>lock the positions of the batch's partitions
 *   <li>drop what is below them and was counted before, by us or by whoever had the partition
 *   <li>lock the numbers of the last counted adjustments and drop all adjustments but the next, and
 *       those that raw events do not have
 *   <li>fold the rest in memory, erased users under their pseudonyms, and add it to the rollups
 *   <li>store the new positions
 * </ol>
 *
 * <p>A crash before the commit leaves nothing; after it, the positions drop the replay. Kafka's own
 * offsets are committed afterwards and only show the lag.
 */
@ApplicationScoped
public class UsageAggregator {

  private final RollupStore store;

  UsageAggregator(RollupStore store) {
    this.store = store;
  }

  /**
   * Fails with {@link WindowIsOver} when it cannot be counted as it was folded. Then, and after any
   * other failure, what it was made of is to be read again.
   */
  public Uni<Void> aggregate(OpenWindow window) {
    return store.inTransaction(
        transaction ->
            transaction
                .lockPositions(window.topicId(), window.partitions())
                .invoke(window::requireBegins)
                .chain(() -> afterTheFence(window.adjustments(), transaction))
                .chain(passed -> add(window, passed, transaction))
                .chain(
                    () -> transaction.storePositions(window.topicId(), window.positionsAfter())));
  }

  private static Uni<Void> add(
      OpenWindow window, List<Recorded> passed, RollupStore.Transaction transaction) {
    Stream<Call> calls =
        Stream.concat(window.calls(), passed.stream().flatMap(UsageAggregator::calls));
    return transaction
        .erasedUsers(calls.toList())
        .map(erased -> window.deltas(passed, erased))
        .chain(transaction::add);
  }

  /**
   * @return how many messages of the batch were counted now
   */
  public Uni<Integer> aggregate(RecordedBatch batch) {
    return store.inTransaction(
        transaction ->
            transaction
                .lockPositions(batch.topicId(), batch.partitions())
                .invoke(stored -> Position.requireKept(stored, batch.known()))
                .chain(positions -> count(batch, positions, transaction)));
  }

  private static Uni<Integer> count(
      RecordedBatch batch, Map<Integer, Position> positions, RollupStore.Transaction transaction) {
    return notCounted(batch, Position.counted(positions), transaction)
        .chain(uncounted -> afterTheFence(uncounted, transaction))
        .chain(
            fresh ->
                add(fresh, transaction)
                    .chain(
                        () ->
                            transaction.storePositions(
                                batch.topicId(), batch.positionsAfter(positions)))
                    .replaceWith(fresh.size()));
  }

  private static Uni<List<Recorded>> notCounted(
      RecordedBatch batch, Map<Integer, Long> positions, RollupStore.Transaction transaction) {
    Set<CountedSource> sources = SourceFence.sourcesOf(batch.below(positions));
    return (sources.isEmpty()
            ? Uni.createFrom().item(Map.<CountedSource, Long>of())
            : transaction.countedThrough(sources))
        .map(SourceFence::new)
        .map(fence -> batch.uncounted(positions, fence::isCounted));
  }

  private static Uni<List<Recorded>> afterTheFence(
      List<Recorded> batch, RollupStore.Transaction transaction) {
    List<Adjustment> adjustments = AdjustmentFence.adjustmentsOf(batch);
    Set<String> adjusted = adjustments.stream().map(Recorded::orgId).collect(Collectors.toSet());
    return adjustments.isEmpty()
        ? Uni.createFrom().item(batch)
        : transaction
            .lockAdjustments(adjusted)
            .chain(
                counted ->
                    transaction
                        .recordedIds(adjustments)
                        .map(recorded -> AdjustmentFence.pass(batch, counted, recorded)));
  }

  private static Stream<Call> calls(Recorded recorded) {
    return recorded instanceof RevisedUsage revision
        ? Stream.of(revision.before().call(), revision.after().call())
        : Stream.of(recorded.call());
  }

  private static Uni<Void> add(List<Recorded> fresh, RollupStore.Transaction transaction) {
    return transaction
        .erasedUsers(fresh.stream().flatMap(UsageAggregator::calls).toList())
        .map(erased -> RollupFold.of(fresh, erased))
        .chain(transaction::add);
  }
}
