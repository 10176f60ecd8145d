package io.tokenledger.gateway.pump;

import io.tokenledger.gateway.refusal.Refusal;

/** A call ends with an answer of the gateway's own. */
public final class CallRefusedException extends RuntimeException {

  private final transient Refusal refusal;
  private final Ending ending;

  /** Before an upstream heard of it. */
  public CallRefusedException(Refusal refusal) {
    this(refusal, Ending.NOT_SENT);
  }

  CallRefusedException(Refusal refusal, Ending ending) {
    // Made for each refusal, by whoever calls: without a stack, which nobody would read.
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
    this.ending = ending;
  }

  public Refusal refusal() {
    return refusal;
  }

  /** What became of the request to the upstream. */
  public Ending ending() {
    return ending;
  }
}
