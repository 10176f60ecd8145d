package io.tokenledger.events.recorded;

import io.tokenledger.events.Call;
import io.tokenledger.events.CostStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A later revision of an event has taken the place of the one that was counted. Whoever counted
 * {@code before} takes it back and counts {@code after}, in one step.
 *
 * @param sequence among the adjustments of the org
 * @param before as it was counted, with the changes of its cost since
 * @param after of the same event and time; anything else may differ
 */
public record RevisedUsage(
    long sequence, Optional<UUID> id, RecordedUsage before, RecordedUsage after)
    implements Adjustment {

  @Override
  public String eventId() {
    return after.eventId();
  }

  @Override
  public Call call() {
    return after.call();
  }

  @Override
  public boolean success() {
    return after.success();
  }

  @Override
  public String conversationId() {
    return after.conversationId();
  }

  @Override
  public Map<String, String> metadata() {
    return after.metadata();
  }

  @Override
  public Instant occurredAt() {
    return after.occurredAt();
  }

  @Override
  public CostStatus costStatus() {
    return after.costStatus();
  }

  @Override
  public String priceVersion() {
    return after.priceVersion();
  }

  @Override
  public long addedNanos() {
    return after.costNanos() - before.costNanos();
  }

  @Override
  public long addedCacheSavedNanos() {
    return after.addedCacheSavedNanos() - before.addedCacheSavedNanos();
  }

  @Override
  public void accept(Visitor visitor) {
    visitor.visit(this);
  }
}
