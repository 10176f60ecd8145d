package io.tokenledger.gateway.accounting.journal;

/** By which the ledger counts a call once. */
public record CallId(String orgId, String eventId) {}
