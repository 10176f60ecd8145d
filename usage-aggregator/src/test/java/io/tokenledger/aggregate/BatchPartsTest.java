package io.tokenledger.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.aggregate.RecordedBatch.Message;
import io.tokenledger.aggregate.support.Usages;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.recorded.RecordedUsage;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchPartsTest {

  private static final int GATHERED = 32_000;
  private static final UUID TOPIC = new UUID(0, 1);

  /** Folded at once, the sum would be beyond a long, and the lane could never get past it. */
  @Test
  void theLargestCostsOfAsManyEventsAsALaneGathersCanBeSummed() {
    assertThat(sumOf(RollupDelta.Sum.COST_NANOS, Usages.costing(UsageLimits.MAX_COST_NANOS)))
        .isEqualTo(
            BigInteger.valueOf(UsageLimits.MAX_COST_NANOS).multiply(BigInteger.valueOf(GATHERED)));
  }

  @Test
  void soCanTheLargestSavings() {
    assertThat(sumOf(RollupDelta.Sum.CACHE_SAVED_NANOS, Usages.saving(-UsageLimits.MAX_COST_NANOS)))
        .isEqualTo(
            BigInteger.valueOf(-UsageLimits.MAX_COST_NANOS).multiply(BigInteger.valueOf(GATHERED)));
  }

  private static BigInteger sumOf(RollupDelta.Sum of, RecordedUsage usage) {
    BigInteger sum = BigInteger.ZERO;
    for (RecordedBatch part : BatchParts.of(batchOf(usage))) {
      RollupDeltas deltas =
          RollupFold.of(part.uncounted(Map.of(0, 0L, 1, 0L), below -> true), ErasedUsers.NONE);
      for (RollupDelta delta : deltas.orgDays().values()) {
        sum = sum.add(BigInteger.valueOf(delta.sum(of)));
      }
    }
    return sum;
  }

  @Test
  void aPartHasABoundedNumberOfRows() {
    Map<String, String> tags = new TreeMap<>();
    for (int i = 0; i < 32; i++) {
      tags.put("key" + i, "value");
    }
    List<RecordedBatch> parts = BatchParts.of(batchOf(Usages.tagged(tags)));

    assertThat(parts).hasSizeGreaterThan(5);
    assertThat(parts).allSatisfy(part -> assertThat(part.messages().size()).isLessThan(6_000));
  }

  @Test
  void partsFollowOnOneAnotherAndEndWhereTheBatchEnds() {
    RecordedBatch whole = batchOf(Usages.costing(UsageLimits.MAX_COST_NANOS));
    List<RecordedBatch> parts = BatchParts.of(whole);

    assertThat(parts.stream().flatMap(part -> part.messages().stream()).toList())
        .isEqualTo(whole.messages());
    assertThat(parts.get(parts.size() - 1).nextOffsets()).isEqualTo(whole.nextOffsets());
    for (RecordedBatch part : parts) {
      for (Message message : part.messages()) {
        assertThat(message.offset()).isLessThan(part.nextOffsets().get(message.partition()));
      }
    }
  }

  @Test
  void anOrdinaryBatchIsOnePart() {
    RecordedBatch batch = batchOf(Usages.costing(1));

    assertThat(BatchParts.of(batch)).containsExactly(batch);
  }

  private static RecordedBatch batchOf(RecordedUsage usage) {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < GATHERED; i++) {
      messages.add(new Message(i % 2, 2L * i, usage));
    }
    return new RecordedBatch(TOPIC, messages, Map.of(0, 2L * GATHERED + 5, 1, 2L * GATHERED + 7));
  }
}
