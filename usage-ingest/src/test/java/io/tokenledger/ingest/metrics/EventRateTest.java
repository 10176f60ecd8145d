package io.tokenledger.ingest.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EventRateTest {

  private final Watch watch = new Watch();
  private final EventRate rate = new EventRate(watch);

  @Test
  void whatIsOlderThanAMinuteIsForgotten() {
    watch.pass(100);
    rate.add(600);
    assertThat(rate.perSecond()).isEqualByComparingTo("10");
    watch.pass(59);
    rate.add(60);
    assertThat(rate.perSecond()).isEqualByComparingTo("11");
    watch.pass(1);
    assertThat(rate.perSecond()).isEqualByComparingTo("1");
    watch.pass(600);
    assertThat(rate.perSecond()).isEqualByComparingTo("0");
  }

  @Test
  void aSecondOfTheMinuteBeforeIsCountedAnew() {
    watch.pass(100);
    rate.add(600);
    watch.pass(60);
    rate.add(6);
    assertThat(rate.perSecond()).isEqualByComparingTo("0.1");
  }

  @Test
  void aYoungInstanceCountsSinceItsStart() {
    rate.add(5);
    assertThat(rate.perSecond()).isEqualByComparingTo("5");
    watch.pass(10);
    rate.add(5);
    assertThat(rate.perSecond()).isEqualByComparingTo("1");
    assertThat(rate.since()).isEqualTo(Watch.START);
  }

  /** A clock that is moved by hand. */
  private static final class Watch extends Clock {

    static final Instant START = Instant.parse("2026-03-02T06:00:00Z");

    private Instant now = START;

    void pass(long seconds) {
      now = now.plus(Duration.ofSeconds(seconds));
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
