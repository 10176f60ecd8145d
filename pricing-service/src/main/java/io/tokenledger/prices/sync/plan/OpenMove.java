package io.tokenledger.prices.sync.plan;

import io.tokenledger.events.ModelName;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.rates.Rates;
import java.util.Optional;

/**
 * A move that was set aside and that the list repeated ever since.
 *
 * @param baseVersion id of the version it would have replaced; empty for none
 * @param isRejected whether a person said no; otherwise it waits
 */
public record OpenMove(long id, ModelName model, String baseVersion, Rates to, boolean isRejected) {

  boolean isSameAs(Optional<PriceVersion> base, Rates listed) {
    return baseVersion.equals(base.map(PriceVersion::id).orElse("")) && to.equals(listed);
  }
}
