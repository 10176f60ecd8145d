package io.tokenledger.events;

import java.util.List;

/** The Kafka topics of the ledger, in the order of the flow. The names are part of the contract. */
public final class Topics {

  /** What producers send: one usage event per message, JSON or CloudEvents. */
  public static final String USAGE_EVENTS = "usage.events";

  /**
   * Each accepted event exactly once, priced, keyed by org; read it with {@code read_committed}.
   */
  public static final String USAGE_RECORDED = "usage.recorded";

  /** Rejected messages as they came, with the reason in the headers {@link DeadLetterHeaders}. */
  public static final String DEAD_LETTERS = "usage.events.dlq";

  /** One message per change of the price book: its new version number. */
  public static final String PRICING_CHANGES = "pricing.changes";

  /** Budget alerts. */
  public static final String USAGE_ALERTS = "usage.alerts";

  /** Every one of them. */
  public static final List<String> ALL =
      List.of(USAGE_EVENTS, USAGE_RECORDED, DEAD_LETTERS, PRICING_CHANGES, USAGE_ALERTS);

  private Topics() {}
}
