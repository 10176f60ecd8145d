package io.tokenledger.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.service.kafka.LaneWork.Progress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LaneHealthTest {

  private Duration now = Duration.ZERO;
  private final LaneHealth health = new LaneHealth(() -> now.toNanos());

  @Test
  void aLaneWorksFromWhenItKnowsItsPartitions() {
    step(Progress.WAITING);
    assertThat(health.isWorking()).isFalse();

    step(Progress.QUIET);
    assertThat(health.isWorking()).isTrue();
  }

  @Test
  void aStepThatHangsIsNoWork() {
    step(Progress.HANDLED);
    health.stepBegins();
    pass(LaneHealth.STUCK_AFTER);
    assertThat(health.isWorking()).isTrue();

    pass(Duration.ofSeconds(1));
    assertThat(health.isWorking()).isFalse();

    health.stepEnds(Progress.HANDLED);
    assertThat(health.isWorking()).isTrue();
  }

  @Test
  void aLaneThatIsNotToldItsPartitionsAgainIsNoWork() {
    step(Progress.HANDLED);
    step(Progress.WAITING);
    pass(LaneHealth.STUCK_AFTER);
    step(Progress.WAITING);
    assertThat(health.isWorking()).as("a rebalance takes its time").isTrue();

    pass(Duration.ofSeconds(1));
    assertThat(health.isWorking()).isFalse();

    step(Progress.QUIET);
    assertThat(health.isWorking()).isTrue();
  }

  @Test
  void thePausesGrowThoughThereIsASuccessfulPollBeforeEachFailure() {
    List<Long> pauses =
        Stream.generate(
                () -> {
                  step(Progress.WAITING);
                  step(Progress.QUIET);
                  assertThat(health.isWorking()).isEqualTo(health.failures() == 0);
                  health.stepBegins();
                  return health.failed().toMillis();
                })
            .limit(8)
            .toList();

    assertThat(pauses).containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 15000L, 15000L, 15000L);
  }

  @Test
  void aFailureIsOverWhenWorkIsDoneOrNothingFailsForAWhile() {
    health.failed();
    step(Progress.HANDLED);
    assertThat(health.isWorking()).isTrue();
    assertThat(health.failures()).isZero();

    health.failed();
    step(Progress.QUIET);
    assertThat(health.isWorking()).isFalse();
    pass(LaneHealth.CALM);
    step(Progress.QUIET);
    assertThat(health.isWorking()).isTrue();
  }

  private void step(Progress progress) {
    health.stepBegins();
    health.stepEnds(progress);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
