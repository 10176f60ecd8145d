package io.tokenledger.prices;

import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.rates.Rates;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A price version that is not recorded yet.
 *
 * @param orgId whose contract price it is; empty for everyone's
 * @param provider in lower case
 * @param effectiveFrom to the microsecond, as events are
 * @param source where the price comes from
 * @param recordedBy user id of the caller, or the name of the list
 * @param note why; may be empty
 * @param rates empty to end the price
 */
public record PriceDraft(
    String orgId,
    String provider,
    String modelName,
    Instant effectiveFrom,
    String source,
    String recordedBy,
    String note,
    Optional<Rates> rates) {

  /** Prices that a person set. */
  public static final String MANUAL = "manual";

  public PriceDraft {
    effectiveFrom = effectiveFrom.truncatedTo(ChronoUnit.MICROS);
  }

  /** A price of a public list, from {@code effectiveFrom} on. */
  public static PriceDraft fromList(PriceVersion listed, Instant effectiveFrom) {
    return new PriceDraft(
        PriceVersion.GLOBAL,
        listed.provider(),
        listed.modelName(),
        effectiveFrom,
        listed.source(),
        listed.source(),
        "",
        listed.rates());
  }

  /** The version this becomes as entry {@code bookVersion} of the book. */
  public PriceVersion toVersion(long bookVersion, Instant recordedAt) {
    return new PriceVersion(
        id(bookVersion),
        bookVersion,
        orgId,
        provider,
        modelName,
        effectiveFrom,
        recordedAt.truncatedTo(ChronoUnit.MICROS),
        source,
        rates);
  }

  /**
   * The first version of a public list has the id it has in the bundled list, so that an event
   * priced without this service names the same version. Any other is told apart by its number.
   */
  private String id(long bookVersion) {
    String model = source + ":" + (orgId.isEmpty() ? "" : orgId + ":") + provider + "/" + modelName;
    return effectiveFrom.equals(Instant.EPOCH) && !source.equals(MANUAL)
        ? model + "@1970-01-01"
        : model + "@" + effectiveFrom + "#" + bookVersion;
  }
}
