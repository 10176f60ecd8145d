package io.tokenledger.client;

/** Whether batches are compressed on their way. */
public enum Gzip {
  /** When the ledger has named it in a header {@code Accept-Encoding} of an answer. */
  WHERE_UNDERSTOOD,
  /** From the first batch on; a ledger that refuses it is sent plain ones from then on. */
  ALWAYS,
  NEVER
}
