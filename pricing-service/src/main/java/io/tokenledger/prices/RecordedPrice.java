package io.tokenledger.prices;

import io.tokenledger.pricing.PriceVersion;

/**
 * A price version with what its recorder said.
 *
 * @param recordedBy user id, or the name of the list
 * @param note may be empty
 */
public record RecordedPrice(PriceVersion version, String recordedBy, String note) {}
