package io.tokenledger.aggregate.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What an operator can set of usage-aggregator. */
@ConfigMapping(prefix = "tokenledger.aggregator")
public interface AggregatorConfig {

  /** Threads that consume partitions, each with its own connection to PostgreSQL. */
  @WithDefault("2")
  int lanes();

  /**
   * How long a lane folds what comes before it counts it, while the stream is busy. A quiet stream
   * is counted at once, and a lane that has much to do folds for longer.
   */
  @WithDefault("300ms")
  Duration window();

  /** How long a lane folds at most: the longer, the fewer rows are touched per event. */
  @WithDefault("5s")
  Duration longestWindow();

  /** Rollup rows that a lane folds at once, at most, give or take a poll. */
  @WithDefault("60000")
  int windowRows();

  /** Events counted at once by a lane while it does not fold, at most. */
  @WithDefault("16000")
  int batchSize();

  /**
   * Names the instance's membership in the consumer group; must be unique. With a name that
   * survives a restart, a crashed instance's partitions are taken over at once rather than after 10
   * s.
   */
  Optional<String> instanceId();

  /** Bytes of one partition that a fetch of {@code usage.recorded} gives, at most. */
  @WithDefault("8000000")
  int partitionFetchBytes();
}
