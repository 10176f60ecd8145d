package io.tokenledger.service.kafka;

import java.time.Duration;

/** Partitions that were added to a topic while its producers and consumers run. */
public final class NewPartitions {

  /**
   * A client asks again so often which partitions there are. Kafka's own default is five minutes:
   * so long nobody would read the new ones, and producers would not agree on where an org's
   * messages go.
   */
  public static final Duration SEEN_WITHIN = Duration.ofSeconds(5);

  /** The same as Kafka's clients take it, in milliseconds. */
  public static final int METADATA_MAX_AGE_MS = Math.toIntExact(SEEN_WITHIN.toMillis());

  private NewPartitions() {}
}
