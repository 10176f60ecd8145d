package io.tokenledger.client;

/** How sure the counts of an event are. */
public enum UsageSource {
  /** As the provider reported them. */
  REPORTED("reported"),
  /** Not all of them: a call whose end nobody saw. */
  PARTIAL("partial"),
  /** Counted or guessed by the sender. */
  ESTIMATED("estimated");

  private final String word;

  UsageSource(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
