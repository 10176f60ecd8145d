package io.tokenledger.prices.changes;

import java.time.Instant;
import java.util.Optional;

/**
 * Which changes of the book are asked for; an absent filter lets all of them through.
 *
 * @param orgId the empty text for everyone's prices
 * @param kind {@code price}, {@code alias} or {@code factor}
 * @param provider in lower case
 * @param modelName exactly; also an alias, or the models of a factor
 * @param from recorded then or later
 * @param to recorded before then
 * @param below only entries with a smaller number
 * @param limit at least 1
 */
public record ChangeQuery(
    Optional<String> orgId,
    Optional<String> kind,
    Optional<String> provider,
    Optional<String> modelName,
    Optional<String> source,
    Optional<String> recordedBy,
    Optional<Instant> from,
    Optional<Instant> to,
    long below,
    int limit) {}
