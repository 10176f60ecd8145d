package io.tokenledger.aggregate;

import io.tokenledger.aggregate.RecordedBatch.Message;
import io.tokenledger.events.recorded.Recorded;
import io.tokenledger.events.recorded.RevisedUsage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A batch in parts that can each be folded at once: with a bounded number of rollup rows, and costs
 * whose sums fit a {@code long}. How many tags an event has and what it cost is its producer's
 * choice, and must not decide over the memory of all. Pure.
 */
public final class BatchParts {

  private static final int MAX_ROWS = 200_000;
  static final long MAX_COST_NANOS = Long.MAX_VALUE / 2;

  /** That a message adds to, beside one for each of its tags. */
  private static final int ROWS_BESIDE_TAGS = 4;

  private final RecordedBatch batch;
  private final List<RecordedBatch> parts = new ArrayList<>();
  private final Map<Integer, Long> ends = new HashMap<>();
  private int from;
  private int rows;
  private long cost;

  private BatchParts(RecordedBatch batch) {
    this.batch = batch;
  }

  /**
   * @return one after the other, at least one; the last ends where the batch ends
   */
  public static List<RecordedBatch> of(RecordedBatch batch) {
    BatchParts parts = new BatchParts(batch);
    for (int i = 0; i < batch.messages().size(); i++) {
      parts.add(i);
    }
    parts.close(batch.messages().size(), batch.nextOffsets());
    return parts.parts;
  }

  private void add(int index) {
    Message message = batch.messages().get(index);
    Recorded recorded = message.recorded();
    int moreRows = rowsOf(recorded);
    long moreCost = Math.min(MAX_COST_NANOS, costOf(recorded));
    if (index > from && (rows + moreRows > MAX_ROWS || cost > MAX_COST_NANOS - moreCost)) {
      close(index, Map.copyOf(ends));
    }
    rows += moreRows;
    cost += moreCost;
    ends.put(message.partition(), message.offset() + 1);
  }

  /** At most, with those that it is taken out of. */
  static int rowsOf(Recorded recorded) {
    return recorded instanceof RevisedUsage revision
        ? rowsOf(revision.before()) + rowsOf(revision.after())
        : ROWS_BESIDE_TAGS + recorded.metadata().size();
  }

  /**
   * Or what caching saved, where that is more: no sum of either is more than that of these. Of a
   * revision both: they may be of different rows.
   */
  static long costOf(Recorded recorded) {
    return recorded instanceof RevisedUsage revision
        ? costOf(revision.before()) + costOf(revision.after())
        : Math.max(Math.abs(recorded.addedNanos()), Math.abs(recorded.addedCacheSavedNanos()));
  }

  private void close(int end, Map<Integer, Long> nextOffsets) {
    parts.add(
        new RecordedBatch(
            batch.topicId(), batch.messages().subList(from, end), nextOffsets, batch.known()));
    from = end;
    rows = 0;
    cost = 0;
  }
}
