package io.tokenledger.prices.sync.plan;

import io.tokenledger.pricing.PriceVersion;
import java.time.Instant;
import java.util.List;

/**
 * What a list is compared with.
 *
 * @param stored every version of the book
 * @param openMoves of the list's source
 * @param lastListed how many models the source's last successful run found; 0 when there was none
 * @param isFed whether a run of the source over the network ever succeeded
 */
public record SyncBasis(
    List<PriceVersion> stored,
    List<OpenMove> openMoves,
    int lastListed,
    boolean isFed,
    Instant now) {}
