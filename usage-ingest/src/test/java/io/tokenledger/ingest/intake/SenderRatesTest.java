package io.tokenledger.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SenderRatesTest {

  private final AtomicLong nanos = new AtomicLong();
  private final SenderRates rates = new SenderRates(1_000, 5_000, nanos::get);

  @Test
  void whoSendsMoreThanItsRateIsRefusedUntilItIsPaidAndOthersAreNot() {
    rates.charge("a", 5_000);
    rates.awaitPaid("a");
    rates.charge("a", 10_000);
    assertRefused("a");
    rates.awaitPaid("b");
    passes(Duration.ofSeconds(10));
    rates.awaitPaid("a");
    rates.charge("a", 4_000);
    assertRefused("a");
  }

  @Test
  void aPauseIsWorthABurstAndNoMore() {
    rates.charge("a", 1);
    passes(Duration.ofHours(1));
    rates.charge("a", 9_001);
    assertRefused("a");
  }

  @Test
  void whatWasChargedTooMuchIsGivenBack() {
    rates.charge("a", 10_000);
    rates.charge("a", -9_000);
    rates.awaitPaid("a");
    rates.charge("a", 8_000);
    assertRefused("a");
  }

  @Test
  void whatIsSoonPaidIsWaitedFor() {
    rates.charge("a", 5_100);
    long begun = System.nanoTime();
    rates.awaitPaid("a");
    assertThat(System.nanoTime() - begun).isGreaterThan(Duration.ofMillis(90).toNanos());
  }

  private void assertRefused(String sender) {
    assertThatThrownBy(() -> rates.awaitPaid(sender))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.ORG_BUSY));
  }

  private void passes(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
