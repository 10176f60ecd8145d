package io.tokenledger.pricing;

import io.tokenledger.events.ModelName;
import io.tokenledger.pricing.rates.Rates;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the price book, which is append only: what a model costs from a moment on.
 *
 * @param id names the version wherever a cost is told
 * @param bookVersion the version of the price book that brought it; later entries have higher ones
 * @param orgId whose contract price it is; empty for everyone's
 * @param provider in lower case
 * @param modelName exactly as it is listed
 * @param effectiveFrom inclusive
 * @param recordedAt since when we know it
 * @param source such as {@code litellm} or {@code manual}
 * @param rates empty where the price ends
 */
public record PriceVersion(
    String id,
    long bookVersion,
    String orgId,
    String provider,
    String modelName,
    Instant effectiveFrom,
    Instant recordedAt,
    String source,
    Optional<Rates> rates)
    implements BookEntry {

  /** The org of prices that hold for everyone. */
  public static final String GLOBAL = "";

  public boolean isGlobal() {
    return orgId.isEmpty();
  }

  public ModelName model() {
    return new ModelName(provider, modelName);
  }
}
