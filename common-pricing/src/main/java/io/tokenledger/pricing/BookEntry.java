package io.tokenledger.pricing;

import java.time.Instant;

/** What the append-only book is made of: a statement that holds from a moment on. */
interface BookEntry {

  String id();

  /** Later entries have higher ones, whatever they are about. */
  long bookVersion();

  /** Inclusive. */
  Instant effectiveFrom();

  /** Since when the book says so. */
  Instant recordedAt();
}
