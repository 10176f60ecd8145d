package io.tokenledger.acceptance.truth;

/** What the ledger must hold in the end, known from what was sent alone. */
public record Truth(ExpectedUsage usage, ExpectedDeadLetters deadLetters) {

  public Truth() {
    this(new ExpectedUsage(), new ExpectedDeadLetters());
  }
}
