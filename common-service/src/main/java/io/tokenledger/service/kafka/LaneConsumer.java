package io.tokenledger.service.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The consumer of a lane: positions are the lane's own, never reset nor committed for it. */
final class LaneConsumer extends KafkaConsumer<byte[], byte[]> {

  private static final int SESSION_TIMEOUT_MS = 10_000;

  /** A step waits a few times at most, each for the lane's patience. */
  private static final int WAITS_OF_A_STEP = 4;

  private final KafkaClientMetrics metrics;

  private LaneConsumer(Map<String, Object> settings, MeterRegistry meters) {
    super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    metrics = new KafkaClientMetrics(this);
    metrics.bindTo(meters);
  }

  /**
   * @param settings at least {@code bootstrap.servers}; they win over what is set here
   * @param instance a name of the instance that survives its restart, when it has one: its
   *     partitions are then taken over at once rather than after the session's end
   * @param patience of the lane: bounds how long one that is stuck can hold up a rebalance
   */
  static LaneConsumer open(
      String group,
      Optional<String> instance,
      int lane,
      Patience patience,
      Map<String, Object> settings,
      MeterRegistry meters) {
    Map<String, Object> all = new HashMap<>();
    all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    instance.ifPresent(id -> all.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id + "-" + lane));
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
    all.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, NewPartitions.METADATA_MAX_AGE_MS);
    all.put(
        ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
        Math.toIntExact(patience.longest().multipliedBy(WAITS_OF_A_STEP).toMillis()));
    all.putAll(settings);
    return new LaneConsumer(all, meters);
  }

  /** With its metrics: a lane that fails again and again must not leave a thousand dead ones. */
  @Override
  public void close() {
    metrics.close();
    super.close();
  }
}
