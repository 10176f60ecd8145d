package io.tokenledger.acceptance.ledger;

import io.tokenledger.local.Component;
import java.util.Locale;

/** The places at which the rules in {@code resources/crash} end a process, by its exit code. */
public enum CrashPoint {
  /** Asked which rows are there, none of the others copied. */
  INGEST_ASKED(Component.USAGE_INGEST, 77),
  /** Rows copied, PostgreSQL not committed. */
  INGEST_COPIED(Component.USAGE_INGEST, 71),
  /** PostgreSQL committed, nothing on Kafka. */
  INGEST_STORED(Component.USAGE_INGEST, 72),
  /** PostgreSQL committed, Kafka's transaction open with everything in it. */
  INGEST_SENT(Component.USAGE_INGEST, 73),
  /** Both committed. */
  INGEST_PUBLISHED(Component.USAGE_INGEST, 74),
  INGEST_REVOKED(Component.USAGE_INGEST, 75),
  INGEST_ASSIGNED(Component.USAGE_INGEST, 76),
  /** Read and folded, and nothing of it sent to PostgreSQL. */
  AGGREGATOR_WINDOW(Component.USAGE_AGGREGATOR, 86),
  /** Rollups added, PostgreSQL not committed. */
  AGGREGATOR_FOLDED(Component.USAGE_AGGREGATOR, 81),
  /** PostgreSQL committed, offsets not. */
  AGGREGATOR_COMMITTED(Component.USAGE_AGGREGATOR, 82),
  /** Both committed. */
  AGGREGATOR_OFFSETS(Component.USAGE_AGGREGATOR, 83),
  AGGREGATOR_REVOKED(Component.USAGE_AGGREGATOR, 84),
  AGGREGATOR_ASSIGNED(Component.USAGE_AGGREGATOR, 85);

  private final Component component;
  private final int exitCode;

  CrashPoint(Component component, int exitCode) {
    this.component = component;
    this.exitCode = exitCode;
  }

  public Component component() {
    return component;
  }

  /** Such as {@code ingest-stored}: a switch of this name makes the process die. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it lies in a listener of the consumer group, which a quiet group never calls. */
  public boolean isInRebalance() {
    return name().endsWith("_REVOKED") || name().endsWith("_ASSIGNED");
  }

  /** How the supervisor reports such a death. */
  boolean isMeantBy(String supervisorLine) {
    return supervisorLine.startsWith(component.label() + " ended with exit code " + exitCode + ";");
  }
}
