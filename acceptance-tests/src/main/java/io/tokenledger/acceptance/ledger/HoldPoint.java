package io.tokenledger.acceptance.ledger;

import io.tokenledger.local.Component;
import java.time.Duration;
import java.util.Locale;

/** The places at which the rules in {@code resources/crash} hold a process for some seconds. */
public enum HoldPoint {
  /** In the middle of a COPY, with locks. */
  INGEST_COPYING(Component.USAGE_INGEST, HoldPoint.SESSION_S),
  /** Rows copied and locked, PostgreSQL not committed. */
  INGEST_COPIED(Component.USAGE_INGEST, HoldPoint.SESSION_S),
  /** PostgreSQL committed, nothing on Kafka. */
  INGEST_STORED(Component.USAGE_INGEST, HoldPoint.SESSION_S),
  /** PostgreSQL committed, Kafka's transaction open with everything in it. */
  INGEST_SENT(Component.USAGE_INGEST, HoldPoint.TRANSACTION_S),
  /** A batch read, nothing done with it. */
  AGGREGATOR_READ(Component.USAGE_AGGREGATOR, HoldPoint.SESSION_S),
  /** Rollups added and positions locked, PostgreSQL not committed. */
  AGGREGATOR_FOLDED(Component.USAGE_AGGREGATOR, HoldPoint.SESSION_S);

  /**
   * How long the membership in a consumer group, and an open transaction in PostgreSQL, outlive
   * whoever sleeps, in seconds.
   */
  private static final int SESSION_S = 10;

  /** How long a Kafka transaction outlives its sleeping producer, in seconds. */
  private static final int TRANSACTION_S = 15;

  private static final Duration A_MOMENT_MORE = Duration.ofSeconds(2);

  private final Component component;
  private final int timeOutSeconds;

  HoldPoint(Component component, int timeOutSeconds) {
    this.component = component;
    this.timeOutSeconds = timeOutSeconds;
  }

  /** How long a process must sleep here until nobody waits for it any more. */
  public Duration untilForgotten() {
    return Duration.ofSeconds(timeOutSeconds).plus(A_MOMENT_MORE);
  }

  public Component component() {
    return component;
  }

  /** Such as {@code ingest-stored}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A switch of this name makes the process hold. */
  String holdFile() {
    return label() + "-hold";
  }

  /** The process makes this file when it begins to hold. */
  String heldFile() {
    return label() + "-held";
  }
}
