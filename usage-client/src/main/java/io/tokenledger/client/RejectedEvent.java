package io.tokenledger.client;

/**
 * An event that the ledger refused.
 *
 * @param orgId as it was sent
 * @param eventId as it was sent
 * @param code the ledger's, such as {@code invalid_field} or {@code forbidden}
 * @param detail a sentence that names the field and what is allowed
 */
public record RejectedEvent(String orgId, String eventId, String code, String detail) {}
