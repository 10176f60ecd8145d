package io.tokenledger.aggregate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator can set of usage-aggregator. */
@ConfigMapping(prefix = "tokenledger.aggregator")
public interface AggregatorConfig {

  /** Threads that consume partitions, each with its own connection to PostgreSQL. */
  @WithDefault("2")
  int lanes();

  /** Events folded at once by a lane, at most: the more, the fewer rows are touched per event. */
  @WithDefault("16000")
  int batchSize();
}
