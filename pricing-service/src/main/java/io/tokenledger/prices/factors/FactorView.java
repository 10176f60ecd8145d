package io.tokenledger.prices.factors;

import io.tokenledger.pricing.PriceFactor;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A factor as it is answered.
 *
 * @param provider empty for all models
 * @param models one model or a family; empty for all of the provider
 * @param factor decimal text; null where the rule ends
 */
@Schema(name = "PriceFactor")
record FactorView(
    String id,
    long bookVersion,
    String orgId,
    @Schema(description = "Empty for all models.") String provider,
    @Schema(description = "One model or a family; empty for all of the provider.") String models,
    String effectiveFrom,
    String recordedAt,
    @Schema(nullable = true, description = "Decimal text; null where the rule ends.")
        String factor) {

  /**
   * Ordered by provider and models.
   *
   * @param nextCursor of the page after this one; null on the last
   */
  @Schema(name = "PriceFactors")
  record Page(List<FactorView> factors, @Schema(nullable = true) String nextCursor) {}

  static FactorView of(PriceFactor entry) {
    return new FactorView(
        entry.id(),
        entry.bookVersion(),
        entry.orgId(),
        entry.provider(),
        entry.scope().models(),
        entry.effectiveFrom().toString(),
        entry.recordedAt().toString(),
        entry.factor().map(BigDecimal::toPlainString).orElse(null));
  }
}
