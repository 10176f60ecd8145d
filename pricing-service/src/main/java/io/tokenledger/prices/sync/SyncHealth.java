package io.tokenledger.prices.sync;

import io.tokenledger.prices.PriceSource;
import java.time.Instant;
import java.util.Optional;

/**
 * How the sync of one source stands.
 *
 * @param lastSuccess when a run that was no dry run last succeeded, the bundled list aside
 * @param pending moves that wait for approval
 */
public record SyncHealth(PriceSource source, Optional<Instant> lastSuccess, long pending) {}
