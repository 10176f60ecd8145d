package io.tokenledger.ingest.kafka;

import io.tokenledger.ingest.PublishedPositions;
import java.util.OptionalLong;

/**
 * Where a partition of {@code usage.events} is read from. Kafka's committed offset is the newer of
 * the two as a rule; when it is lost or was moved back, {@link PublishedPositions} go before it, or
 * old events would be published a second time.
 */
public final class StartOffset {

  private StartOffset() {}

  /**
   * @return the higher of the two; empty for a partition never read, which begins at its beginning
   */
  public static OptionalLong of(OptionalLong committed, OptionalLong publishedBelow) {
    if (committed.isEmpty() || publishedBelow.isEmpty()) {
      return committed.isPresent() ? committed : publishedBelow;
    }
    return OptionalLong.of(Math.max(committed.getAsLong(), publishedBelow.getAsLong()));
  }
}
