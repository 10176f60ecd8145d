package io.tokenledger.events.provider;

import static io.tokenledger.events.TokenClass.AUDIO_INPUT;
import static io.tokenledger.events.TokenClass.AUDIO_OUTPUT;
import static io.tokenledger.events.TokenClass.CACHE_READ;
import static io.tokenledger.events.TokenClass.CACHE_WRITE;
import static io.tokenledger.events.TokenClass.CACHE_WRITE_1H;
import static io.tokenledger.events.TokenClass.REASONING;
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
    assertThat(t.count(CACHE_READ) + t.count(CACHE_WRITE) + t.count(AUDIO_INPUT))
        .isLessThanOrEqualTo(t.input());
    assertThat(t.count(REASONING) + t.count(AUDIO_OUTPUT)).isLessThanOrEqualTo(t.output());
    assertThat(t.count(CACHE_WRITE_1H)).isLessThanOrEqualTo(t.count(CACHE_WRITE));
    assertThat(usage.costMicros().orElse(0)).isBetween(0L, UsageLimits.MAX_COST_MICROS);
    assertThat(usage.units().values()).allMatch(unit -> unit.compareTo(BigDecimal.ZERO) > 0);
    assertThat(usage.units()).hasSizeLessThanOrEqualTo(UsageLimits.MAX_UNITS);
  }
}
