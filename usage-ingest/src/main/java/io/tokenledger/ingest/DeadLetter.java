package io.tokenledger.ingest;

import io.tokenledger.events.RejectionCode;

/** A message that was not accepted, and why; it is kept with its original bytes. */
public record DeadLetter(UsageMessage message, RejectionCode reason, String detail) {}
