package io.tokenledger.gateway.request;

/** What the ledger hears of a call. */
public enum Metering {
  /** It is billed by the call, and becomes an event. */
  METERED,
  /** It is known, and no provider bills it: reads, cancels, counts of tokens, lists of models. */
  FREE,
  /** It is passed on and counted as unmetered, unless the upstream forbids that. */
  UNKNOWN,
  /** It would be billed past the gateway, so it is not passed on. */
  REFUSED
}
