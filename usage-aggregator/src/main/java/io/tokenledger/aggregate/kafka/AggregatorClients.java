package io.tokenledger.aggregate.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import io.tokenledger.events.Topics;
import io.tokenledger.service.kafka.ConsumerLag;
import io.tokenledger.service.kafka.LaneConfig;
import io.tokenledger.service.kafka.LaneConsumer;
import io.tokenledger.service.kafka.Patience;
import io.tokenledger.service.kafka.TopicIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The Kafka clients of the lanes and their settings. */
@ApplicationScoped
class AggregatorClients {

  private static final String GROUP = "usage-aggregator";

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

  int batchSize() {
    return config.batchSize();
  }

  /** How long a lane waits for the end of a batch. */
  Patience patience() {
    return new Patience(lanes.patience());
  }

  ConsumerLag watchLag() {
    return ConsumerLag.watch(GROUP, Topics.USAGE_RECORDED, common, meters);
  }

  UUID usageRecordedId() {
    return TopicIds.of(Topics.USAGE_RECORDED, common);
  }

  LaneConsumer consumer(int lane) {
    Map<String, Object> settings = new HashMap<>(common);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchSize());
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8_000_000);
    return LaneConsumer.open(GROUP, config.instanceId(), lane, patience(), settings, meters);
  }
}
