package io.tokenledger.gateway.accounting;

/** By which the ledger counts a call once. */
public record CallId(String orgId, String eventId) {}
