package io.tokenledger.ingest.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import io.tokenledger.events.Topics;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.recorded.RecordedFormat;
import io.tokenledger.service.kafka.BatchBounds;
import io.tokenledger.service.kafka.LaneConfig;
import io.tokenledger.service.kafka.NewPartitions;
import io.tokenledger.service.kafka.Patience;
import io.tokenledger.service.kafka.TopicClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The Kafka clients of the lanes and their settings. */
@ApplicationScoped
class IngestClients {

  private static final String GROUP = "usage-ingest";

  /** A dead letter is a message of any allowed size and its headers. */
  private static final int MAX_REQUEST_BYTES = 4 * UsageLimits.MAX_MESSAGE_BYTES;

  /** How long a crashed instance's open transaction may hold back readers of usage.recorded. */
  private static final int TRANSACTION_TIMEOUT_MS = 15_000;

  /**
   * How long a poll waits for {@link IngestConfig#fetchMinBytes}: what a quiet topic adds to the
   * time of an event, and no setting, as the size of a batch already is one.
   */
  private static final int FETCH_WAIT_MS = 100;

  private final Map<String, Object> common;
  private final IngestConfig config;
  private final LaneConfig lanes;
  private final MeterRegistry meters;
  private final String instance;

  IngestClients(
      @Identifier("default-kafka-broker") Map<String, Object> common,
      IngestConfig config,
      LaneConfig lanes,
      MeterRegistry meters) {
    this.common = common;
    this.config = config;
    this.lanes = lanes;
    this.meters = meters;
    this.instance = config.instanceId().orElseGet(() -> UUID.randomUUID().toString());
  }

  /** How long a lane waits for the end of a batch. */
  Patience patience() {
    return new Patience(lanes.patience());
  }

  RecordedFormat recordedFormat() {
    return config.recordedFormat();
  }

  TopicClients usageEvents() {
    return new TopicClients(
        GROUP,
        Topics.USAGE_EVENTS,
        config.instanceId(),
        common,
        Map.of(
            ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
            config.fetchMinBytes(),
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            FETCH_WAIT_MS,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            MAX_REQUEST_BYTES),
        new BatchBounds(config.batchSize(), lanes.batchBytes(), false),
        patience(),
        meters);
  }

  /** With its transactions initialised: what the lane's predecessor left open is aborted. */
  KafkaProducer<byte[], byte[]> producer(int lane) {
    Map<String, Object> settings = new HashMap<>(common);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, GROUP + "-" + instance + "-" + lane);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    settings.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, NewPartitions.METADATA_MAX_AGE_MS);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, config.sendBytes());
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
    return producer;
  }
}
