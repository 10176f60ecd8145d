package io.tokenledger.service.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedValuesTest {

  private static final int MOST = 80;

  private final BoundedValues<String> values = new BoundedValues<>(MOST);

  @Test
  void theFirstValuesAreAdmittedForGoodAndNoOthers() {
    assertThat(IntStream.range(0, MOST).filter(i -> values.admits("org-" + i, "model-" + i)))
        .hasSize(MOST);
    assertThat(values.admits("org-new", "model-new")).isFalse();
    assertThat(values.admits("org-new", "model-0")).isTrue();
    assertThat(values.admits("org-0", "model-79")).isTrue();
  }

  @Test
  void theInventionsOfOneOrgLeaveRoomForOthers() {
    assertThat(IntStream.range(0, 1_000).filter(i -> values.admits("evil", "invented-" + i)))
        .hasSize(MOST / 2);
    assertThat(values.admits("evil", "invented-0")).isTrue();
    assertThat(values.admits("acme", "gpt-4o")).isTrue();
    assertThat(values.admits("evil", "gpt-4o")).isTrue();
  }
}
