package io.tokenledger.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PatienceTest {

  private final Patience patience = new Patience(Duration.ofMillis(20));

  @Test
  @Timeout(10)
  void whatNeverAnswersIsNotWaitedForForEver() {
    AtomicBoolean cancelled = new AtomicBoolean();
    Uni<Void> never =
        Uni.createFrom().<Void>nothing().onCancellation().invoke(() -> cancelled.set(true));

    assertThatThrownBy(() -> patience.await(never)).hasMessageContaining("no answer within");
    assertThat(cancelled).isTrue();
  }

  @Test
  void anAnswerIsGivenAsItIs() {
    assertThat(patience.await(Uni.createFrom().item(7))).isEqualTo(7);
    assertThatThrownBy(
            () -> patience.await(Uni.createFrom().failure(new IllegalArgumentException("no"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
