package io.tokenledger.events.provider.tally;

import io.tokenledger.events.TokenCounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a provider's usage block says, in the ledger's terms.
 *
 * @param tokens all invariants of {@link TokenCounts} hold
 * @param units what is not tokens, by unit of the event contract ({@code webSearches}, {@code
 *     requests}, {@code audioSeconds}, {@code pages}, …); only units above zero
 * @param costNanos the provider's own cost in nano-dollars, rounded once, half to even; empty when
 *     the block gives none
 * @param serviceTier {@code standard}, {@code batch}, {@code flex} or {@code priority}; empty when
 *     the response does not say, or names a tier that has no price of its own
 * @param speed such as {@code standard} or {@code fast}; empty when the block does not say
 * @param inferenceGeo such as {@code us}; empty when the block does not say
 * @param complete false when the counts leave something open: a part was cut to its total, a total
 *     is unknown, tokens of another model are not counted; {@code notes} say which
 * @param notes sentences for people: what was cut, is unknown, was added or left out
 */
public record NormalizedUsage(
    TokenCounts tokens,
    Map<String, BigDecimal> units,
    OptionalLong costNanos,
    Optional<String> serviceTier,
    Optional<String> speed,
    Optional<String> inferenceGeo,
    boolean complete,
    List<String> notes) {

  public NormalizedUsage {
    units = Map.copyOf(units);
    notes = List.copyOf(notes);
  }
}
