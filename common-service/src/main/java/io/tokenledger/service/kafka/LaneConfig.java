package io.tokenledger.service.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator can set of the lanes. */
@ConfigMapping(prefix = "tokenledger.lane")
public interface LaneConfig {

  /**
   * How long a lane waits for the database, or for Kafka, to finish a batch. Then it starts again;
   * what is still running in the database is recognised when the batch comes again. After four
   * times as long without a poll Kafka gives the lane's partitions away.
   */
  @WithDefault("30s")
  Duration patience();

  /**
   * Bytes of messages, unpacked, that a lane handles at once: with its rows and answers a batch
   * takes about six times as much memory.
   */
  @WithDefault("16777216")
  long batchBytes();
}
