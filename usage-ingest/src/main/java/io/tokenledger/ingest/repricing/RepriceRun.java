package io.tokenledger.ingest.repricing;

import java.util.UUID;

/**
 * Some events that are to get a new cost.
 *
 * @param orgId empty for all
 * @param dryRun only says what would change
 * @param eventsChanged so far; of a dry run, that would change
 */
public record RepriceRun(
    UUID id,
    String requestedBy,
    String reason,
    String orgId,
    boolean dryRun,
    long eventsChanged,
    boolean finished) {

  /** Who asks when usage-ingest does so itself. */
  public static final String SYSTEM = "system";

  public static final String PRICE_APPEARED = "price appeared";

  /**
   * A chunk of it.
   *
   * @param changed events that got another cost
   */
  public record Step(RepriceRun run, int changed) {}
}
