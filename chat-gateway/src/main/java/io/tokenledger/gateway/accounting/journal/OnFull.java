package io.tokenledger.gateway.accounting.journal;

/** What becomes of a call that cannot be written down. */
public enum OnFull {
  /** It is served; if its end cannot be written down either, it is counted as unrecorded. */
  PASS,
  /** It is refused. */
  REFUSE
}
