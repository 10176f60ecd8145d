package io.tokenledger.prices.sync;

import io.tokenledger.prices.PriceSource;
import java.time.Duration;
import java.util.Optional;

/**
 * A run that shall begin.
 *
 * @param startedBy user id or {@link SyncRun#SCHEDULE}
 * @param notWithin of a scheduled run: it is due when the one before began so long ago; empty for a
 *     run on demand
 * @param lease after which the run may be declared dead
 */
public record SyncStart(
    PriceSource source,
    String startedBy,
    boolean dryRun,
    Optional<Duration> notWithin,
    Duration lease) {}
