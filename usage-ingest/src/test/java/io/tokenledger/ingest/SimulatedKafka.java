package io.tokenledger.ingest;

import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.service.testing.simulation.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The topics, the committed offsets and the consumer group as Kafka keeps them: offsets of {@code
 * usage.events} have gaps; a transaction is refused when its membership is over; committed offsets
 * are not told while a transaction that moves them is open (KIP-447).
 */
class SimulatedKafka {

  static final int PARTITIONS = 2;
  static final List<Integer> ALL_PARTITIONS = List.of(0, 1);

  final List<List<SimulatedMessage>> usageEvents = List.of(new ArrayList<>(), new ArrayList<>());

  /** Also what was lost. */
  final List<SimulatedMessage> everSent = new ArrayList<>();

  final List<Sent> sent = new ArrayList<>();
  final Map<Integer, Long> committed = new HashMap<>();
  private final List<Transaction> open = new ArrayList<>();
  private final long[] ends = new long[PARTITIONS];
  private final Chance chance;
  private int generation;
  private Runnable copy = () -> {};

  SimulatedKafka(Chance chance) {
    this.chance = chance;
    Arrays.setAll(ends, partition -> chance.below(3));
  }

  void produce() {
    int partition = chance.below(PARTITIONS);
    SimulatedMessage message =
        SimulatedMessage.any(chance, everSent.size(), partition, ends[partition]);
    everSent.add(message);
    usageEvents.get(partition).add(message);
    ends[partition] += chance.oneIn(4) ? 2 : 1;
    chance.tell("producer", message);
  }

  /** Where a reader of everything stands. */
  long endOf(int partition) {
    List<SimulatedMessage> messages = usageEvents.get(partition);
    return messages.isEmpty() ? 0 : messages.get(messages.size() - 1).offset() + 1;
  }

  int generation() {
    return generation;
  }

  /** A rebalance: who is not in the new generation cannot commit any more. */
  int nextGeneration() {
    return ++generation;
  }

  /** What a producer sends, ended by the offsets; the transaction stays open. */
  Transaction send(
      String producer, SimulatedBatch batch, List<RecordedUsage> recorded, List<DeadLetter> dead) {
    Transaction transaction = new Transaction(producer, batch.nextOffsets());
    recorded.forEach(usage -> sent.add(new Sent(transaction, usage, null)));
    dead.forEach(letter -> sent.add(new Sent(transaction, null, letter)));
    if (!isMember(batch.generation())) {
      throw new IllegalStateException("the partitions have gone to another instance");
    }
    open.add(transaction);
    return transaction;
  }

  boolean isMember(int generationOfBatch) {
    return generationOfBatch == generation;
  }

  void commit(Transaction transaction) {
    if (!open.remove(transaction)) {
      throw new IllegalStateException("the transaction was aborted");
    }
    transaction.committed = true;
    transaction.nextOffsets.forEach(this::moveTo);
  }

  /** Whether the committed offsets can be told. */
  boolean isStable(Set<Integer> partitions) {
    return open.stream()
        .noneMatch(t -> t.nextOffsets.keySet().stream().anyMatch(partitions::contains));
  }

  /** A new producer of the same name ends what its predecessor left open. */
  void abort(String producer) {
    open.removeIf(transaction -> transaction.producer.equals(producer));
  }

  /** A transaction that is open for too long is aborted, whether its producer is alive or not. */
  void abortTimedOut() {
    if (!open.isEmpty()) {
      chance.tell("kafka", "aborts the transaction of " + open.remove(0).producer);
    }
  }

  /** Committed offsets expired, or somebody moved them back. */
  void loseOffsets(int partition) {
    if (chance.oneIn(2)) {
      committed.remove(partition);
    } else {
      committed.computeIfPresent(
          partition, (p, offset) -> (long) chance.below(offset.intValue() + 1));
    }
    chance.tell("kafka", "committed offsets are now " + committed);
  }

  /** Somebody copies the folders of Kafka; open transactions are aborted when they are put back. */
  void takeCopy() {
    List<List<SimulatedMessage>> messages = usageEvents.stream().map(List::copyOf).toList();
    Map<Integer, Long> offsets = Map.copyOf(committed);
    long[] thenEnds = ends.clone();
    int thenSent = sent.size();
    copy =
        () -> {
          for (int partition : ALL_PARTITIONS) {
            usageEvents.get(partition).clear();
            usageEvents.get(partition).addAll(messages.get(partition));
            ends[partition] = thenEnds[partition];
          }
          committed.clear();
          committed.putAll(offsets);
          open.clear();
          sent.subList(Math.min(thenSent, sent.size()), sent.size())
              .removeIf(each -> each.deadLetter() != null);
        };
    chance.tell("kafka", "is copied with committed offsets " + committed);
  }

  /** What was recorded after the copy was made is counted, and gone from the topics. */
  void putCopyBack() {
    copy.run();
    chance.tell("kafka", "is the copy again");
  }

  /** The rollups count what was visible once. */
  boolean isCounted(String name) {
    return sent.stream()
        .filter(each -> each.isVisible() && each.recorded() != null)
        .map(Sent::recorded)
        .anyMatch(u -> SimulatedMessage.nameOf(u.orgId(), u.eventId()).equals(name));
  }

  private void moveTo(int partition, long next) {
    long before = committed.getOrDefault(partition, -1L);
    IngestInvariants.require(next >= before, "the committed offset of " + partition + " goes down");
    committed.put(partition, next);
  }

  /** One transaction of a lane. */
  static final class Transaction {
    private final String producer;
    private final Map<Integer, Long> nextOffsets;
    private boolean committed;

    Transaction(String producer, Map<Integer, Long> nextOffsets) {
      this.producer = producer;
      this.nextOffsets = nextOffsets;
    }
  }

  /** One message of {@code usage.recorded} or {@code usage.events.dlq}; the other one is null. */
  record Sent(Transaction transaction, RecordedUsage recorded, DeadLetter deadLetter) {
    /** What a reader of committed messages sees. */
    boolean isVisible() {
      return transaction.committed;
    }
  }
}
