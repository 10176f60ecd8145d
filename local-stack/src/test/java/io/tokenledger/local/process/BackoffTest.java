package io.tokenledger.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration SHORT_LIFE = Duration.ofSeconds(1);

  @Test
  void theFirstRestartIsWithinASecondAndLaterOnesTakeLonger() {
    Backoff backoff = new Backoff(Duration.ofSeconds(30));
    Duration first = backoff.after(SHORT_LIFE);
    assertThat(first).isLessThan(Duration.ofSeconds(1));
    assertThat(backoff.after(SHORT_LIFE)).isEqualTo(first.multipliedBy(2));
    for (int i = 0; i < 100; i++) {
      backoff.after(SHORT_LIFE);
    }
    assertThat(backoff.after(SHORT_LIFE)).isLessThanOrEqualTo(Duration.ofSeconds(30));
    assertThat(backoff.after(Duration.ofMinutes(2))).isEqualTo(first);
  }
}
