package io.tokenledger.query.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {

  private final AtomicLong nanos = new AtomicLong();
  private final SignInAttempts attempts = new SignInAttempts(nanos::get);

  @Test
  void afterFiveThereIsNoneForAWhile() {
    for (int i = 0; i < SignInAttempts.ALLOWED; i++) {
      assertThat(attempts.isAllowed("ann", true)).isTrue();
    }
    assertThat(attempts.isAllowed("ann", true)).isFalse();
    assertThat(attempts.isAllowed("bob", true)).isTrue();
    nanos.addAndGet(SignInAttempts.WINDOW.toNanos());
    assertThat(attempts.isAllowed("ann", true)).isTrue();
  }

  @Test
  void aRightPasswordStartsTheCountAgain() {
    for (int i = 0; i < 20; i++) {
      assertThat(attempts.isAllowed("ann", true)).isTrue();
      attempts.succeeded("ann");
    }
  }

  @Test
  void namesOfNobodyAreCountedAndPushOutNoUser() {
    for (int i = 0; i <= SignInAttempts.ALLOWED; i++) {
      attempts.isAllowed("ann", true);
      attempts.isAllowed("nobody", false);
    }
    assertThat(attempts.isAllowed("nobody", false)).isFalse();
    for (int i = 0; i < 100_000; i++) {
      attempts.isAllowed("nobody-" + i, false);
    }
    assertThat(attempts.isAllowed("ann", true)).isFalse();
  }
}
