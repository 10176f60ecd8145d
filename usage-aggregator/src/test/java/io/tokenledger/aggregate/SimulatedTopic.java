package io.tokenledger.aggregate;

import io.tokenledger.aggregate.RecordedBatch.Message;
import io.tokenledger.aggregate.support.Usages;
import io.tokenledger.events.recorded.Recorded;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.service.testing.simulation.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
  private final int[] published = new int[PARTITIONS.size()];
  private final Map<Integer, Long> committed = new HashMap<>();
  private final List<Recorded> lostAndCounted = new ArrayList<>();
  private final Chance chance;
  private final SimulatedAdjustments adjustments;

  SimulatedTopic(Chance chance) {
    this.chance = chance;
    this.adjustments = new SimulatedAdjustments(chance);
  }

  void publish() {
    int partition = chance.below(PARTITIONS.size());
    if (published[partition] < USAGES.get(partition).size()) {
      put(partition, USAGES.get(partition).get(published[partition]++));
    }
  }

  /**
   * Kafka comes back with less, and with the group's offset of that moment. What the rollups count
   * of the rest stays counted.
   */
  void loseTheEnd(Map<Integer, Long> positions, Map<CountedSource, Long> countedThrough) {
    for (int partition : PARTITIONS) {
      List<Message> log = messages.get(partition);
      List<Message> lost = log.subList(chance.below(log.size() + 1), log.size());
      long position = positions.getOrDefault(partition, 0L);
      lost.stream()
          .map(Message::recorded)
          .filter(recorded -> isCounted(recorded, countedThrough))
          .forEach(lostAndCounted::add);
      ends[partition] = lost.isEmpty() ? ends[partition] : lost.get(0).offset();
      lost.clear();
      // What is committed is counted.
      long most =
          log.stream()
              .filter(m -> m.recorded() instanceof RecordedUsage)
              .filter(m -> !isCounted(m.recorded(), countedThrough))
              .mapToLong(Message::offset)
              .findFirst()
              .orElse(Math.min(position, ends[partition]));
      committed.put(partition, (long) chance.below((int) most + 1));
    }
    chance.tell("kafka", "ends at " + Arrays.toString(ends) + ", committed " + committed);
  }

  private static boolean isCounted(Recorded recorded, Map<CountedSource, Long> through) {
    return recorded instanceof RecordedUsage usage
        && usage.source().stream()
            .anyMatch(
                s ->
                    through.getOrDefault(
                            new CountedSource(usage.orgId(), s.topicId(), s.partition()), -1L)
                        >= s.offset());
  }

  /** Where a lane goes on that would at this offset. */
  long startOf(int partition, long position) {
    return Math.min(position, committed.getOrDefault(partition, position));
  }

  void commit(Map<Integer, Long> offsets) {
    offsets.forEach((partition, offset) -> committed.replace(partition, offset));
  }

  /** An event changes once it is counted. */
  void adjust(Map<CountedSource, Long> countedThrough) {
    List<RecordedUsage> events =
        eventsOf(chance.below(PARTITIONS.size())).stream()
            .filter(event -> isCounted(event, countedThrough))
            .toList();
    if (!events.isEmpty()) {
      adjustments.make(chance.oneOf(events));
    }
    send(adjustments.send());
  }

  /** By what the rollups have counted. */
  void sendPending(Map<String, Long> adjustedThrough) {
    send(adjustments.pending(adjustedThrough));
  }

  private void send(List<? extends Recorded> some) {
    some.forEach(each -> put(each.orgId().charAt("org-".length()) - '0', each));
  }

  private void put(int partition, Recorded recorded) {
    long offset = ends[partition] + (chance.oneIn(4) ? 2 : 0);
    messages.get(partition).add(new Message(partition, offset, recorded));
    ends[partition] = offset + 1 + (chance.oneIn(3) ? 1 : 0);
    chance.tell("usage-ingest", "message at " + partition + ":" + offset);
  }

  private List<RecordedUsage> eventsOf(int partition) {
    return messages.get(partition).stream()
        .map(Message::recorded)
        .filter(RecordedUsage.class::isInstance)
        .map(RecordedUsage.class::cast)
        .toList();
  }

  long endOf(int partition) {
    return ends[partition];
  }

  /** Each event, and each adjustment once. */
  List<Recorded> all() {
    return Stream.<List<? extends Recorded>>of(
            eventsOf(0), eventsOf(1), lostAndCounted, adjustments.all())
        .<Recorded>flatMap(List::stream)
        .toList();
  }

  /** Each event as it is after all its adjustments. */
  List<Recorded> whatEventsBecame() {
    return Stream.<List<? extends Recorded>>of(eventsOf(0), eventsOf(1), lostAndCounted)
        .flatMap(List::stream)
        .map(event -> (Recorded) adjustments.now((RecordedUsage) event))
        .toList();
  }

  boolean hasPending(Map<String, Long> adjustedThrough) {
    return !adjustments.pending(adjustedThrough).isEmpty();
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
