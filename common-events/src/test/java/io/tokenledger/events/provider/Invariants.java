package io.tokenledger.events.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.UsageLimits;
import java.math.BigDecimal;
import java.util.List;

/** What holds of every normalised usage, whatever it was made from. */
final class Invariants {

  private Invariants() {}

  static void check(NormalizedUsage usage) {
    TokenCounts t = usage.tokens();
    assertThat(
            List.of(
                t.input(),
                t.output(),
                t.cacheRead(),
                t.cacheWrite(),
                t.cacheWrite1h(),
                t.audioInput(),
                t.reasoning(),
                t.audioOutput(),
                t.embedding()))
        .allSatisfy(count -> assertThat(count).isBetween(0L, UsageLimits.MAX_TOKENS));
    assertThat(t.cacheRead() + t.cacheWrite() + t.audioInput()).isLessThanOrEqualTo(t.input());
    assertThat(t.reasoning() + t.audioOutput()).isLessThanOrEqualTo(t.output());
    assertThat(t.cacheWrite1h()).isLessThanOrEqualTo(t.cacheWrite());
    assertThat(usage.costMicros().orElse(0)).isBetween(0L, UsageLimits.MAX_COST_MICROS);
    assertThat(usage.units().values()).allMatch(unit -> unit.compareTo(BigDecimal.ZERO) > 0);
    assertThat(usage.units()).hasSizeLessThanOrEqualTo(UsageLimits.MAX_UNITS);
  }
}
