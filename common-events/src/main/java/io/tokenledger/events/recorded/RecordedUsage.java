package io.tokenledger.events.recorded;

import io.tokenledger.events.Call;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An accepted event with its cost: what the rollups are made of, and nothing else of the event.
 *
 * @param costNanos in nano-dollars; 0 when {@code costStatus} is unpriced
 * @param priceVersion the price version the cost was computed with; empty when none was
 * @param source where the event came from; absent in messages of early versions. Of one org, the
 *     messages from one partition of {@link Topics#USAGE_EVENTS} stand on {@link
 *     Topics#USAGE_RECORDED} in the order of their source offsets
 */
public record RecordedUsage(
    String eventId,
    Call call,
    long requestCount,
    TokenCounts tokens,
    OptionalLong durationMs,
    boolean success,
    String conversationId,
    Map<String, String> metadata,
    Instant occurredAt,
    long costNanos,
    CostStatus costStatus,
    String priceVersion,
    Optional<SourcePosition> source)
    implements Recorded {

  @Override
  public long addedNanos() {
    return costNanos;
  }

  @Override
  public void accept(Visitor visitor) {
    visitor.visit(this);
  }
}
