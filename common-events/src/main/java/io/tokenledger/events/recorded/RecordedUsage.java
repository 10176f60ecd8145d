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
 * @param cacheSavedNanos what caching saved, in nano-dollars; below 0 when writing cost more than
 *     reading saved, and absent where it is not known or no token was cached
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
    OptionalLong cacheSavedNanos,
    CostStatus costStatus,
    String priceVersion,
    Optional<SourcePosition> source)
    implements Recorded {

  @Override
  public long addedNanos() {
    return costNanos;
  }

  @Override
  public long addedCacheSavedNanos() {
    return cacheSavedNanos.orElse(0);
  }

  /** The cached tokens of which is known what they saved. */
  public long cacheSavedTokens() {
    return cacheSavedNanos.isPresent() ? tokens.cached() : 0;
  }

  @Override
  public void accept(Visitor visitor) {
    visitor.visit(this);
  }
}
