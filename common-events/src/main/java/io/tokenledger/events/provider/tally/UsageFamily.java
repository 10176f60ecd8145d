package io.tokenledger.events.provider.tally;

/** How one family of providers, or one client library, counts. Stateless. */
public interface UsageFamily {

  /** By the fields it names, and by its {@link Origin} where that is not enough. */
  boolean recognises(UsageBlock usage);

  /** Reads the counts; refuses a field that is not a count. */
  void read(UsageBlock usage, UsageTally tally);
}
