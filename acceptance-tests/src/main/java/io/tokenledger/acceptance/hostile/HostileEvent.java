package io.tokenledger.acceptance.hostile;

/**
 * An event as a hostile org sends it.
 *
 * @param costMicros what it says it cost; negative where it says nothing
 * @param more further fields of its JSON, each behind a comma
 */
public record HostileEvent(String id, long costMicros, String more) {

  private static final long ORDINARY_COST_MICROS = 3;

  /** Of an ordinary cost. */
  public static HostileEvent of(String id, String more) {
    return new HostileEvent(id, ORDINARY_COST_MICROS, more);
  }

  /** Of a model that is not listed, and without a cost. */
  public static HostileEvent unpriced(String id, String more) {
    return new HostileEvent(id, -1, more);
  }

  String json(String orgId) {
    String cost = costMicros < 0 ? "" : ",\"estimatedCostMicros\":" + costMicros;
    String model = more.contains("\"modelName\"") ? "" : ",\"modelName\":\"m\"";
    return "{\"eventId\":\"%s\",\"orgId\":\"%s\",\"provider\":\"p\"%s%s%s}"
        .formatted(id, orgId, cost, model, more);
  }
}
