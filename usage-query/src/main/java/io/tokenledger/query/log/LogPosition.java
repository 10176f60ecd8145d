package io.tokenledger.query.log;

import java.time.Instant;
import java.util.UUID;

/**
 * The place of an entry in the detail log of an org: unique there, and in the log's order.
 *
 * @param occurredAt to the microsecond
 */
public record LogPosition(Instant occurredAt, UUID eventKey) {}
