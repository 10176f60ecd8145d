package io.tokenledger.aggregate;

import io.tokenledger.events.CostAdjustment;
import io.tokenledger.events.RecordedUsage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A batch read from {@code usage.recorded}.
 *
 * @param topicId the topic's incarnation
 * @param nextOffsets by partition, the offset to go on from after this batch
 */
public record RecordedBatch(UUID topicId, List<Message> messages, Map<Integer, Long> nextOffsets) {

  /** Rollup rows of one part, at most: so many fit into memory and one statement's time. */
  private static final int MAX_ROWS = 200_000;

  /** Of the costs of one part, so that every sum of them fits a {@code long}. */
  private static final long MAX_COST_NANOS = Long.MAX_VALUE / 2;

  /**
   * The same in parts, each of a bounded number of rollup rows and a cost that can be summed: what
   * an event carries of tags and cost is its producer's choice.
   */
  public List<RecordedBatch> parts() {
    List<RecordedBatch> parts = new ArrayList<>();
    Map<Integer, Long> ends = new HashMap<>();
    int from = 0;
    long rows = 0;
    long cost = 0;
    for (int i = 0; i < messages.size(); i++) {
      RecordedUsage usage = messages.get(i).usage();
      if (i > from
          && (rows + rowsOf(usage) > MAX_ROWS || cost + absoluteCost(usage) > MAX_COST_NANOS)) {
        parts.add(new RecordedBatch(topicId, messages.subList(from, i), Map.copyOf(ends)));
        from = i;
        rows = 0;
        cost = 0;
      }
      rows += rowsOf(usage);
      cost += absoluteCost(usage);
      ends.put(messages.get(i).partition(), messages.get(i).offset() + 1);
    }
    parts.add(new RecordedBatch(topicId, messages.subList(from, messages.size()), nextOffsets));
    return parts;
  }

  private static int rowsOf(RecordedUsage usage) {
    return RollupFold.ROWS_BESIDE_TAGS + usage.metadata().size();
  }

  private static long absoluteCost(RecordedUsage usage) {
    long change = usage.adjustment().map(CostAdjustment::costNanosDelta).orElse(0L);
    return Math.min(MAX_COST_NANOS, Math.abs(usage.costNanos()) + Math.abs(change));
  }

  Set<Integer> partitions() {
    return nextOffsets.keySet();
  }

  /**
   * The fence: of a partition that is counted up to a position, only what is not below it. Offsets
   * of committed messages have gaps, so nothing more can be said about them.
   */
  List<RecordedUsage> notBelow(Map<Integer, Long> positions) {
    return messages.stream()
        .filter(message -> message.offset() >= positions.get(message.partition()))
        .map(Message::usage)
        .toList();
  }

  /** Where the partitions stand once the batch is counted; a position never goes down. */
  Map<Integer, Long> positionsAfter(Map<Integer, Long> positions) {
    Map<Integer, Long> after = new HashMap<>(positions);
    nextOffsets.forEach((partition, next) -> after.merge(partition, next, Math::max));
    return after;
  }

  /** One message and where it stands. */
  public record Message(int partition, long offset, RecordedUsage usage) {}
}
