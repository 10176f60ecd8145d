package io.tokenledger.query.audit;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that was done.
 *
 * @param actor a user id, {@code api-token:…} or the name of a service
 * @param action such as {@code member.changed}
 * @param detail old and new values under {@code old} and {@code new}; never a secret
 */
public record AuditEntry(
    long id, Instant at, String actor, String action, Map<String, Object> detail) {}
