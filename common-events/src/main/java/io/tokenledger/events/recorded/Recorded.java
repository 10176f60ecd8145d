package io.tokenledger.events.recorded;

import io.tokenledger.events.Call;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.Topics;
import java.time.Instant;
import java.util.Map;

/**
 * What stands on {@link Topics#USAGE_RECORDED}: the usage of an event, or a later change of it.
 *
 * <p>Who folds them is a {@link Visitor}: when a kind is added, nothing that could forget it
 * compiles.
 */
public sealed interface Recorded permits RecordedUsage, Adjustment {

  /** The event that is counted, or was. */
  String eventId();

  Call call();

  boolean success();

  /** Empty when the call belonged to none. */
  String conversationId();

  /** The tags of the event. */
  Map<String, String> metadata();

  Instant occurredAt();

  /** Since this message. */
  CostStatus costStatus();

  String priceVersion();

  /** What it adds to the cost, in nano-dollars; below 0 for a call that became cheaper. */
  long addedNanos();

  /** What it adds to the known savings by caching, in nano-dollars. */
  long addedCacheSavedNanos();

  void accept(Visitor visitor);

  default String orgId() {
    return call().orgId();
  }

  /** Has an answer for every kind. */
  interface Visitor {

    void visit(RecordedUsage usage);

    void visit(CostAdjustment adjustment);

    void visit(RevisedUsage revision);
  }
}
