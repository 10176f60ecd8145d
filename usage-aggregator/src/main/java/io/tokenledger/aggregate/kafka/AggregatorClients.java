package io.tokenledger.aggregate.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import io.tokenledger.aggregate.OpenWindow;
import io.tokenledger.events.Topics;
import io.tokenledger.service.kafka.BatchBounds;
import io.tokenledger.service.kafka.FoldingBatches;
import io.tokenledger.service.kafka.LaneConfig;
import io.tokenledger.service.kafka.Patience;
import io.tokenledger.service.kafka.TopicClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The Kafka clients of the lanes and their settings. */
@ApplicationScoped
class AggregatorClients {

  private static final String GROUP = "usage-aggregator";

  /**
   * How long Kafka holds a poll of a quiet topic back: what it adds to the time until usage is
   * seen. No setting, as the size of a batch already is one.
   */
  private static final int FETCH_WAIT_MS = 50;

  private final Map<String, Object> common;
  private final AggregatorConfig config;
  private final LaneConfig lanes;
  private final MeterRegistry meters;

  AggregatorClients(
      @Identifier("default-kafka-broker") Map<String, Object> common,
      AggregatorConfig config,
      LaneConfig lanes,
      MeterRegistry meters) {
    this.common = common;
    this.config = config;
    this.lanes = lanes;
    this.meters = meters;
  }

  /** How long a lane waits for the end of a batch. */
  Patience patience() {
    return new Patience(lanes.patience());
  }

  /** How long a lane folds. */
  FoldingBatches.Window window() {
    return new FoldingBatches.Window(config.window(), config.longestWindow());
  }

  /** What a lane folds. */
  OpenWindow.Bounds windowBounds() {
    return new OpenWindow.Bounds(config.windowRows(), lanes.batchBytes());
  }

  TopicClients usageRecorded() {
    return new TopicClients(
        GROUP,
        Topics.USAGE_RECORDED,
        config.instanceId(),
        common,
        Map.of(
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            FETCH_WAIT_MS,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            config.partitionFetchBytes()),
        new BatchBounds(config.batchSize(), lanes.batchBytes()),
        patience(),
        meters);
  }
}
