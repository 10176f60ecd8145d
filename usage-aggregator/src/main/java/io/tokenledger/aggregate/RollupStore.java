package io.tokenledger.aggregate;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.Call;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.events.recorded.Adjustment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Where the rollups and the positions up to which they count are kept, together. */
public interface RollupStore {

  /** Commits what the work did when it succeeds, and nothing of it when it fails. */
  <T> Uni<T> inTransaction(Function<Transaction, Uni<T>> work);

  /** By partition; one never counted is absent. */
  Uni<Map<Integer, Position>> positions(UUID topicId);

  /** What can be done in a transaction. */
  interface Transaction {

    /**
     * Holds the positions until the end of the transaction, so that nobody else counts these
     * partitions meanwhile.
     *
     * @return each partition's position, 0 for one never counted
     */
    Uni<Map<Integer, Position>> lockPositions(UUID topicId, Set<Integer> partitions);

    /**
     * Up to which offset of their source the rollups count; absent where nothing was counted. Asked
     * while the positions are held.
     */
    Uni<Map<CountedSource, Long>> countedThrough(Set<CountedSource> sources);

    /**
     * Holds, until the end of the transaction, the numbers of the adjustments that were counted
     * last.
     *
     * @return by org; 0 for one that had none
     */
    Uni<Map<String, Long>> lockAdjustments(Set<String> orgIds);

    /** The ids, of those that have one, that raw events have now. */
    Uni<Set<UUID>> recordedIds(List<Adjustment> adjustments);

    /** Who of those that called was erased up to now; nobody is meanwhile. */
    Uni<ErasedUsers> erasedUsers(List<Call> calls);

    Uni<Void> add(RollupDeltas deltas);

    Uni<Void> storePositions(UUID topicId, Map<Integer, Position> positions);
  }
}
