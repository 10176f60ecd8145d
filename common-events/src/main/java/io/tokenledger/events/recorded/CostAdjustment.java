package io.tokenledger.events.recorded;

import io.tokenledger.events.Call;
import io.tokenledger.events.CostStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The cost of an event that was counted before has changed.
 *
 * @param success of the event, as everything before the new {@code costStatus}
 * @param priceVersion the price version the new cost was computed with; empty when none was
 * @param sequence among the adjustments of the org
 * @param runId the repricing that changed it
 * @param costNanosDelta the new cost less the old one, in nano-dollars
 * @param unpricedRequestsDelta requests that have no price now, less those that had none
 * @param cacheSavedNanosDelta what caching is known to save now less what it was, in nano-dollars
 * @param cacheSavedTokensDelta cached tokens of which that is known now, less those of which it was
 */
public record CostAdjustment(
    String eventId,
    Call call,
    boolean success,
    String conversationId,
    Map<String, String> metadata,
    Instant occurredAt,
    CostStatus costStatus,
    String priceVersion,
    long sequence,
    UUID runId,
    long costNanosDelta,
    long unpricedRequestsDelta,
    long cacheSavedNanosDelta,
    long cacheSavedTokensDelta,
    Optional<UUID> id)
    implements Adjustment {

  @Override
  public long addedNanos() {
    return costNanosDelta;
  }

  @Override
  public long addedCacheSavedNanos() {
    return cacheSavedNanosDelta;
  }

  @Override
  public void accept(Visitor visitor) {
    visitor.visit(this);
  }
}
