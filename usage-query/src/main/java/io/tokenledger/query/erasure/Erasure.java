package io.tokenledger.query.erasure;

import java.time.Instant;
import java.util.Optional;

/**
 * A user who leaves an org's ledger, and how far that is.
 *
 * @param number rises in the order in which an org asked
 * @param pseudonym names the erasure, too
 * @param events raw events that carry the pseudonym by now, beside those that came later
 * @param finishedAt absent as long as a row of before may still name the user
 */
public record Erasure(
    long number,
    String orgId,
    String pseudonym,
    long events,
    Instant requestedAt,
    Optional<Instant> finishedAt) {}
