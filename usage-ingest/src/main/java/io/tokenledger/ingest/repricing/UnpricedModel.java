package io.tokenledger.ingest.repricing;

import java.time.Instant;

/**
 * A model of whose events some have no price, or lack one for a part.
 *
 * @param priceVersion that priced a part; empty when none did
 * @param first when the first of the events occurred, and {@code last} the last
 */
record UnpricedModel(
    String orgId, String provider, String name, String priceVersion, Instant first, Instant last) {}
