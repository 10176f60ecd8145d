package io.tokenledger.ingest.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.tokenledger.events.recorded.RecordedFormat;
import java.time.Duration;
import java.util.Optional;

/** What an operator can set of the way from {@code usage.events} to {@code usage.recorded}. */
@ConfigMapping(prefix = "tokenledger.ingest")
public interface IngestConfig {

  /** Threads that consume partitions, each with its own Kafka transaction. */
  @WithDefault("2")
  int lanes();

  /** Events handled at once by a lane, at most. They live until they are published. */
  @WithDefault("2000")
  int batchSize();

  /**
   * Names the instance's Kafka transactions and its membership in the consumer group; must be
   * unique. With a name that survives a restart, a crashed instance's open transaction is ended and
   * its partitions are taken over at once, rather than by their time-outs of 15 and 10 s.
   */
  Optional<String> instanceId();

  /** How often the log tells what became of the events. */
  @WithDefault("60s")
  Duration journalEvery();

  /** How often the day partitions of the raw table are made for the days to come. */
  @WithDefault("1h")
  Duration partitionsEvery();

  /**
   * Bytes that a fetch of {@code usage.events} waits for, a tenth of a second at most: a batch has
   * two commits, which more events then share.
   */
  @WithDefault("262144")
  int fetchMinBytes();

  /** Bytes of {@code usage.recorded} that are sent to a partition in one request. */
  @WithDefault("131072")
  int sendBytes();

  /**
   * How {@code usage.recorded} is written. JSON while an instance of usage-aggregator may run that
   * is older than Protobuf there: it would count none of it.
   */
  @WithDefault("protobuf")
  RecordedFormat recordedFormat();
}
