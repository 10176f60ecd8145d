package io.tokenledger.pricing;

import java.time.Instant;

/** What the append-only book is made of: a statement that holds from a moment on. */
public interface BookEntry {

  String id();

  /** Later entries have higher ones, whatever they are about. */
  long bookVersion();

  /** Whose it is; empty for everyone's. */
  String orgId();

  /** In lower case. */
  String provider();

  /** Inclusive. */
  Instant effectiveFrom();

  /** Since when the book says so. */
  Instant recordedAt();
}
