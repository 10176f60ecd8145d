package io.tokenledger.aggregate.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What an operator can set of usage-aggregator. */
@ConfigMapping(prefix = "tokenledger.aggregator")
public interface AggregatorConfig {

  /** Threads that consume partitions, each with its own connection to PostgreSQL. */
  @WithDefault("2")
  int lanes();

  /** Events folded at once by a lane, at most: the more, the fewer rows are touched per event. */
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
