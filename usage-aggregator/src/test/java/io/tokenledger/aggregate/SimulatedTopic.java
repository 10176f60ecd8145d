package io.tokenledger.aggregate;

import io.tokenledger.aggregate.RecordedBatch.Message;
import io.tokenledger.events.RecordedUsage;
import io.tokenledger.service.testing.simulation.Chance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * {@code usage.recorded} as a reader of committed messages sees it: offsets have gaps where aborted
 * messages and the ends of transactions stand, and a reader may be told to go on behind them.
 */
final class SimulatedTopic {

  static final UUID ID = new UUID(5, 5);
  static final List<Integer> PARTITIONS = List.of(0, 1);
  private static final int LARGEST_POLL = 4;
  private static final List<List<RecordedUsage>> USAGES = List.of(usagesOf(0), usagesOf(1));

  private final List<List<Message>> messages = List.of(new ArrayList<>(), new ArrayList<>());
  private final long[] ends = new long[PARTITIONS.size()];
  private final Chance chance;

  SimulatedTopic(Chance chance) {
    this.chance = chance;
  }

  void publish() {
    int partition = chance.below(PARTITIONS.size());
    int count = messages.get(partition).size();
    if (count < USAGES.get(partition).size()) {
      long offset = ends[partition] + (chance.oneIn(4) ? 2 : 0);
      messages.get(partition).add(new Message(partition, offset, USAGES.get(partition).get(count)));
      ends[partition] = offset + 1 + (chance.oneIn(3) ? 1 : 0);
      chance.tell("usage-ingest", "message at " + partition + ":" + offset);
    }
  }

  long endOf(int partition) {
    return ends[partition];
  }

  List<RecordedUsage> all() {
    return messages.stream().flatMap(List::stream).map(Message::usage).toList();
  }

  /**
   * @param positions by partition
   */
  RecordedBatch read(Map<Integer, Long> positions) {
    List<Message> read = new ArrayList<>();
    Map<Integer, Long> nextOffsets = new HashMap<>();
    positions.forEach(
        (partition, position) -> {
          List<Message> some =
              messages.get(partition).stream()
                  .filter(message -> message.offset() >= position)
                  .limit(chance.below(LARGEST_POLL))
                  .toList();
          read.addAll(some);
          long next = some.isEmpty() ? position : some.get(some.size() - 1).offset() + 1;
          nextOffsets.put(partition, behindTheGap(partition, next));
        });
    nextOffsets.entrySet().removeIf(next -> next.getValue().equals(positions.get(next.getKey())));
    return new RecordedBatch(ID, read, nextOffsets);
  }

  private long behindTheGap(int partition, long offset) {
    if (chance.oneIn(2)) {
      return offset;
    }
    return messages.get(partition).stream()
        .mapToLong(Message::offset)
        .filter(following -> following >= offset)
        .findFirst()
        .orElse(ends[partition]);
  }

  private static List<RecordedUsage> usagesOf(int partition) {
    return IntStream.range(0, 8)
        .mapToObj(id -> Usages.usage("org-" + partition + id % 2, 10 * partition + id))
        .toList();
  }
}
