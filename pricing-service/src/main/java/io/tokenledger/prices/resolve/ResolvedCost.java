package io.tokenledger.prices.resolve;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tokenledger.events.CostStatus;
import io.tokenledger.prices.http.VersionView;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.cost.Cost;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to one item of {@code POST /v1/resolve}. Decimals are text, exact and unrounded. */
@Schema(name = "ResolvedCost")
record ResolvedCost(
    @Schema(nullable = true, description = "Null when unpriced: the cost is unknown, not 0.")
        String costUsd,
    @Schema(description = "Rounded once, half to even; 0 when unpriced, as in the ledger.")
        long costNanos,
    @Schema(description = "priced, partial or unpriced.") String status,
    @Schema(
            nullable = true,
            description =
                "Id of the version used; null when unpriced, and at the item's own rates.")
        String priceVersion,
    @Schema(
            nullable = true,
            description =
                "The version used; null as priceVersion is. Its provider and modelName are the name"
                    + " that was priced by, which may not be the one asked for.")
        Price price,
    @Schema(description = "The lines that add up to costUsd.") List<ResolvedLine> components,
    @Schema(
            description =
                "What makes the cost partial: token classes and units without a price, and ways to"
                    + " be served without a multiplier, such as 'speed turbo'.")
        List<String> missing,
    @Schema(
            description =
                "What the cached tokens would have cost without the cache, less what they cost;"
                    + " negative when more was paid for writing than reading saved.")
        long cacheSavedNanos) {

  /** Where the unit prices come from. */
  @Schema(name = "ResolvedPrice")
  record Price(@JsonUnwrapped VersionView version) {

    static Price of(PriceVersion version) {
      return new Price(VersionView.of(version));
    }
  }

  /**
   * @param version what {@code cost} was computed with; absent when unpriced, and at prices that
   *     are in no book
   */
  static ResolvedCost of(Cost cost, Optional<PriceVersion> version) {
    return new ResolvedCost(
        cost.status() == CostStatus.UNPRICED ? null : decimal(cost.usd()),
        cost.nanos(),
        cost.status().code(),
        version.map(PriceVersion::id).orElse(null),
        version.map(Price::of).orElse(null),
        cost.components().stream().map(line -> ResolvedLine.of(line, cost.priceVersion())).toList(),
        cost.missing(),
        cost.cacheSavedNanos());
  }

  static String decimal(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
