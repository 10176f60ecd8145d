package io.tokenledger.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DependencyProbeTest {

  private final AtomicInteger questions = new AtomicInteger();
  private CompletableFuture<Void> answer = new CompletableFuture<>();
  private final DependencyProbe probe =
      new DependencyProbe(
          () -> {
            questions.incrementAndGet();
            return Uni.createFrom().completionStage(answer);
          },
          Duration.ofMillis(20));

  @Test
  void whatHangsIsNotAskedAgainBeforeItAnswers() {
    assertThat(probe.answers()).isFalse();
    assertThat(probe.answers()).isFalse();
    assertThat(questions).hasValue(1);

    answer.complete(null);
    assertThat(probe.answers()).isTrue();
  }

  @Test
  void whatFailsIsAskedAgain() {
    answer.completeExceptionally(new IllegalStateException("away"));
    assertThat(probe.answers()).isFalse();

    answer = CompletableFuture.completedFuture(null);
    assertThat(probe.answers()).isTrue();
    assertThat(questions).hasValue(2);
  }
}
