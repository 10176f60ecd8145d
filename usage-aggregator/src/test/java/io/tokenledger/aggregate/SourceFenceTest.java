package io.tokenledger.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.aggregate.RecordedBatch.Message;
import io.tokenledger.aggregate.support.Usages;
import io.tokenledger.events.recorded.Recorded;
import io.tokenledger.events.recorded.RecordedUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SourceFenceTest {

  private static final RecordedUsage FIRST = Usages.usage("org", 3);
  private static final RecordedUsage SECOND = Usages.usage("org", 6);

  @Test
  void belowThePositionTheSourceTellsWhatIsCounted() {
    SourceFence fence = new SourceFence(Map.of(sourceOf(FIRST), 3L));

    assertThat(fence.isCounted(FIRST)).isTrue();
    assertThat(fence.isCounted(SECOND)).isFalse();
  }

  @Test
  void aRepetitionInTheSameBatchIsCounted() {
    SourceFence fence = new SourceFence(Map.of());

    assertThat(fence.isCounted(SECOND)).isFalse();
    assertThat(fence.isCounted(FIRST)).isTrue();
    assertThat(fence.isCounted(SECOND)).isTrue();
  }

  @Test
  void whatStandsAtThePositionOrAboveIsNotAskedFor() {
    RecordedBatch batch =
        new RecordedBatch(
            new UUID(5, 5),
            List.of(new Message(0, 9, FIRST), new Message(0, 10, SECOND)),
            Map.of(0, 11L));

    assertThat(batch.below(Map.of(0, 10L))).<Recorded>containsExactly(FIRST);
    assertThat(batch.uncounted(Map.of(0, 10L), below -> true)).<Recorded>containsExactly(SECOND);
    assertThat(SourceFence.sourcesOf(List.of(FIRST, SECOND))).isEqualTo(Set.of(sourceOf(FIRST)));
  }

  private static CountedSource sourceOf(RecordedUsage usage) {
    return new CountedSource(
        usage.orgId(), usage.source().orElseThrow().topicId(), usage.source().get().partition());
  }
}
