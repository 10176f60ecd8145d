package io.tokenledger.events.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.provider.tally.NormalizedUsage;
import java.math.BigDecimal;

/** What holds of every normalised usage, whatever it was made from. */
final class Invariants {

  private Invariants() {}

  static void check(NormalizedUsage usage) {
    TokenCounts t = usage.tokens();
    assertThat(TokenClass.ALL.stream().map(t::count))
        .allSatisfy(count -> assertThat(count).isBetween(0L, UsageLimits.MAX_TOKENS));
    assertThat(TokenClass.ALL)
        .allSatisfy(
            each -> {
              if (!each.parts().isEmpty()) {
                assertThat(t.partsOf(each)).isLessThanOrEqualTo(t.count(each));
              }
            });
    assertThat(usage.costNanos().orElse(0)).isBetween(0L, UsageLimits.MAX_COST_NANOS);
    assertThat(usage.units().values()).allMatch(unit -> unit.compareTo(BigDecimal.ZERO) > 0);
    assertThat(usage.units()).hasSizeLessThanOrEqualTo(UsageLimits.MAX_UNITS);
  }
}
