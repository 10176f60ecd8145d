package io.tokenledger.aggregate;

import static io.tokenledger.aggregate.support.Usages.adjustment;
import static io.tokenledger.aggregate.support.Usages.costing;
import static io.tokenledger.aggregate.support.Usages.revised;
import static io.tokenledger.aggregate.support.Usages.revision;
import static io.tokenledger.aggregate.support.Usages.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.aggregate.RecordedBatch.Message;
import io.tokenledger.aggregate.RollupDelta.Sum;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.events.recorded.RecordedUsage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RollupFoldTest {

  @Test
  void anEventCountsInTheUtcDayAndTheQuarterHourItOccurred() {
    RollupDeltas deltas =
        RollupFold.of(
            List.of(usage("acme", 1, Instant.parse("2026-05-01T23:59:59.999999Z"))),
            ErasedUsers.NONE);

    assertThat(deltas.orgDays().keySet().iterator().next().date())
        .isEqualTo(LocalDate.of(2026, 5, 1));
    assertThat(deltas.orgQuarterHours().keySet().iterator().next().start())
        .isEqualTo("2026-05-01T23:45:00Z");
  }

  @Test
  void eventsBefore1970HaveTheirQuarterHourToo() {
    RollupDeltas deltas =
        RollupFold.of(
            List.of(usage("acme", 1, Instant.parse("1969-12-31T23:59:59Z"))), ErasedUsers.NONE);

    assertThat(deltas.orgQuarterHours().keySet().iterator().next().start())
        .isEqualTo("1969-12-31T23:45:00Z");
  }

  @Test
  void theSumOfEachRollupIsTheSumOfTheEvents() {
    List<RecordedUsage> usages = new ArrayList<>();
    for (int id = 0; id < 500; id++) {
      usages.add(usage("org-" + id % 3, id));
    }
    long cost = usages.stream().mapToLong(RecordedUsage::costNanos).sum();
    long saved = usages.stream().mapToLong(RecordedUsage::addedCacheSavedNanos).sum();
    long savedTokens = usages.stream().mapToLong(RecordedUsage::cacheSavedTokens).sum();
    RollupDeltas deltas = RollupFold.of(usages, ErasedUsers.NONE);

    for (Collection<RollupDelta> rollup :
        List.of(
            deltas.orgDays().values(),
            deltas.orgUserDays().values(),
            deltas.orgQuarterHours().values(),
            deltas.orgTagDays().values(),
            deltas.conversations().values())) {
      assertThat(sum(rollup, Sum.REQUEST_COUNT)).isEqualTo(500);
      assertThat(sum(rollup, Sum.COST_NANOS)).isEqualTo(cost);
      assertThat(sum(rollup, Sum.CACHE_SAVED_NANOS)).isEqualTo(saved);
      assertThat(sum(rollup, Sum.CACHE_SAVED_TOKENS)).isEqualTo(savedTokens);
    }
  }

  @Test
  void whatIsAdjustedAndRevisedCountsAsWhatItHasBecome() {
    RecordedUsage first = usage("o", 5);
    RecordedUsage repriced = costing(first, 99);
    RecordedUsage last = revised(repriced, 3);
    RollupDeltas deltas =
        RollupFold.of(
            List.of(first, adjustment(first, repriced, 1), revision(repriced, last, 2)),
            ErasedUsers.NONE);
    Collection<RollupDelta> rows = deltas.orgDays().values();
    assertThat(sum(rows, Sum.COST_NANOS)).isEqualTo(last.costNanos());
    assertThat(sum(rows, Sum.CACHE_SAVED_NANOS))
        .isEqualTo(last.addedCacheSavedNanos())
        .isNegative();
    assertThat(sum(rows, Sum.CACHE_SAVED_TOKENS)).isEqualTo(last.cacheSavedTokens()).isPositive();
  }

  @Property(tries = 200)
  void theOrderOfEventsDoesNotMatter(
      @ForAll @Size(max = 50) List<@IntRange(max = 30) Integer> ids, @ForAll long seed) {
    List<RecordedUsage> usages = new ArrayList<>(ids.stream().map(id -> usage("o", id)).toList());
    RollupDeltas inOrder = RollupFold.of(usages, ErasedUsers.NONE);
    Collections.shuffle(usages, new Random(seed));

    assertThat(RollupFold.of(usages, ErasedUsers.NONE))
        .usingRecursiveComparison()
        .isEqualTo(inOrder);
  }

  /** The fence: whatever is delivered again, and however it is cut, counts once. */
  @Property(tries = 200)
  void aReplayOfAnyPartCountsNothingTwice(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 40) Integer> starts,
      @ForAll @IntRange(min = 1, max = 60) int length) {
    Map<Integer, Position> positions = Map.of(0, Position.at(0));
    long counted = 0;
    long end = 0;
    for (int start : starts) {
      // A consumer never leaves a gap: it starts at or below where the fence stands.
      long from = Math.min(start, positions.get(0).counted());
      RecordedBatch batch = batch(from, from + length);
      counted += batch.uncounted(Position.counted(positions), below -> true).size();
      positions = batch.positionsAfter(positions);
      end = Math.max(end, from + length);
    }
    assertThat(counted).isEqualTo(end);
    assertThat(positions.get(0).counted()).isEqualTo(end);
  }

  private static RecordedBatch batch(long from, long to) {
    List<Message> messages = new ArrayList<>();
    for (long offset = from; offset < to; offset++) {
      messages.add(new Message(0, offset, usage("o", (int) offset)));
    }
    return new RecordedBatch(new UUID(1, 1), messages, Map.of(0, to));
  }

  private static long sum(Collection<RollupDelta> rows, Sum of) {
    return rows.stream().mapToLong(row -> row.sum(of)).sum();
  }
}
