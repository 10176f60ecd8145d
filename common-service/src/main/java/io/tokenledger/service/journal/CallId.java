package io.tokenledger.service.journal;

/** By which the ledger counts a call once. */
public record CallId(String orgId, String eventId) {}
