package io.tokenledger.aggregate;

import static io.tokenledger.aggregate.RollupDelta.Sum.CACHE_SAVED_NANOS;
import static io.tokenledger.aggregate.RollupDelta.Sum.CACHE_SAVED_TOKENS;
import static io.tokenledger.aggregate.RollupDelta.Sum.COST_NANOS;
import static io.tokenledger.aggregate.RollupDelta.Sum.UNPRICED_REQUESTS;
import static io.tokenledger.aggregate.support.Usages.adjustment;
import static io.tokenledger.aggregate.support.Usages.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.ErasedUsers;
import io.tokenledger.events.recorded.CostAdjustment;
import io.tokenledger.events.recorded.Recorded;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AdjustmentFenceTest {

  private static final EnumSet<RollupDelta.Sum> CHANGED =
      EnumSet.of(COST_NANOS, UNPRICED_REQUESTS, CACHE_SAVED_NANOS, CACHE_SAVED_TOKENS);

  @Test
  void whatWasCountedIsDropped() {
    assertThat(passed(Map.of("a", 2L), adjustment("a", 1, 1), adjustment("a", 1, 2))).isEmpty();
    assertThat(passed(Map.of(), adjustment("a", 1, 1), adjustment("a", 1, 1))).hasSize(1);
  }

  /** To count what comes too early would hide for ever that something before it was lost. */
  @Test
  void whatFollowsOnALostOneWaitsUntilBothAreSentAgain() {
    assertThat(passed(Map.of("a", 1L), adjustment("a", 1, 3))).isEmpty();
    assertThat(
            passed(
                Map.of("a", 1L),
                adjustment("a", 1, 3),
                adjustment("a", 1, 2),
                adjustment("a", 1, 3)))
        .extracting(each -> ((CostAdjustment) each).sequence())
        .containsExactly(2L, 3L);
  }

  /** The database was restored to before number 2, which was then given again. */
  @Test
  void whatRawEventsDoNotHaveWasLostAndItsNumberIsAnothers() {
    CostAdjustment lost = adjustment("a", 1, 2);
    CostAdjustment again = adjustment("a", 7, 2);
    assertThat(
            AdjustmentFence.pass(
                List.of(lost, again), Map.of("a", 1L), Set.of(again.id().orElseThrow())))
        .containsExactly(again);
  }

  @Test
  void orgsAreNumberedApartAndEventsPass() {
    Recorded event = usage("b", 4);
    assertThat(passed(Map.of("a", 5L), event, adjustment("b", 4, 1), adjustment("a", 4, 1)))
        .containsExactly(event, adjustment("b", 4, 1));
  }

  @Test
  void anAdjustmentChangesCostAndWhatFollowsFromItAndNothingElse() {
    RollupDeltas event = RollupFold.of(List.of(usage("a", 5)), ErasedUsers.NONE);
    RollupDeltas both =
        RollupFold.of(List.of(usage("a", 5), adjustment("a", 5, 1)), ErasedUsers.NONE);

    assertThat(both.orgDays().keySet()).isEqualTo(event.orgDays().keySet());
    assertThat(both.orgTagDays().keySet()).isEqualTo(event.orgTagDays().keySet());
    assertThat(both.conversations().keySet()).isEqualTo(event.conversations().keySet());
    both.orgDays()
        .forEach(
            (key, sums) -> {
              RollupDelta before = event.orgDays().get(key);
              assertThat(sums.sum(COST_NANOS)).isEqualTo(before.sum(COST_NANOS) + 1_001);
              assertThat(before.sum(UNPRICED_REQUESTS)).isEqualTo(1);
              assertThat(sums.sum(UNPRICED_REQUESTS)).isZero();
              assertThat(sums.sum(CACHE_SAVED_NANOS)).isEqualTo(301);
              assertThat(sums.sum(CACHE_SAVED_TOKENS)).isEqualTo(7);
              assertThat(EnumSet.complementOf(CHANGED))
                  .allSatisfy(sum -> assertThat(sums.sum(sum)).isEqualTo(before.sum(sum)));
              assertThat(sums).usingRecursiveComparison().ignoringFields("sums").isEqualTo(before);
            });
    assertThat(both.countedThrough()).isEqualTo(event.countedThrough());
    assertThat(both.adjustedThrough()).isEqualTo(Map.of("a", 1L));
  }

  private static List<Recorded> passed(Map<String, Long> counted, Recorded... batch) {
    Set<UUID> recorded =
        AdjustmentFence.adjustmentsOf(List.of(batch)).stream()
            .map(each -> each.id().orElseThrow())
            .collect(Collectors.toSet());
    return AdjustmentFence.pass(List.of(batch), counted, recorded);
  }
}
