package io.tokenledger.service.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedValuesTest {

  @Test
  void theFirstValuesAreAdmittedForGoodAndNoOthers() {
    BoundedValues<String> values = new BoundedValues<>(2);
    assertThat(values.admits("a")).isTrue();
    assertThat(values.admits("b")).isTrue();
    assertThat(values.admits("c")).isFalse();
    assertThat(values.admits("a")).isTrue();
    assertThat(values.admits("c")).isFalse();
  }
}
