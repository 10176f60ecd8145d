package io.tokenledger.aggregate.reconcile;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The rebuilds that were asked for, kept so that one that was interrupted goes on. */
public interface RebuildRuns {

  Uni<RebuildRun> request(Order order);

  /** The latest, newest first. */
  Uni<List<RebuildRun>> latest(int limit);

  Uni<Optional<RebuildRun>> byId(UUID id);

  /**
   * Hands the oldest unfinished one to the work, while no other instance can have it.
   *
   * @return whether there was one
   */
  Uni<Boolean> withNext(Function<RebuildRun, Uni<Progress>> work);

  /**
   * What is asked for.
   *
   * @param orgId empty for every org
   * @param countsOverdue as in {@link RebuildRun}
   */
  record Order(String requestedBy, String orgId, DayRange days, boolean countsOverdue) {

    Order withDays(DayRange other) {
      return new Order(requestedBy, orgId, other, countsOverdue);
    }
  }

  /** How far a run has come by one step. */
  sealed interface Progress {
    long rowsChanged();

    record DaysDone(LocalDate through, long rowsChanged) implements Progress {}

    record Finished(long rowsChanged) implements Progress {}
  }
}
