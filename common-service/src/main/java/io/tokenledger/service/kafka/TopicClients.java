package io.tokenledger.service.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The Kafka clients by which the lanes of a service read one topic as one consumer group. */
public class TopicClients {

  /**
   * So that a batch ends soon after its bound of bytes: a message has up to a mebibyte, packed to a
   * few kilobytes.
   */
  private static final int POLL_RECORDS = 32;

  private final String group;
  private final String topic;
  private final Optional<String> instance;
  private final Map<String, Object> common;
  private final Map<String, Object> consumer;
  private final BatchBounds bounds;
  private final Patience patience;
  private final MeterRegistry meters;

  /**
   * @param instance a name of the instance that survives its restart, when it has one
   * @param common settings of every client, at least {@code bootstrap.servers}
   * @param consumer further settings of the lanes' consumers
   * @param bounds of a batch
   * @param patience how long a lane waits for the end of a batch
   */
  public TopicClients(
      String group,
      String topic,
      Optional<String> instance,
      Map<String, Object> common,
      Map<String, Object> consumer,
      BatchBounds bounds,
      Patience patience,
      MeterRegistry meters) {
    this.group = group;
    this.topic = topic;
    this.instance = instance;
    this.common = common;
    this.consumer = consumer;
    this.bounds = bounds;
    this.patience = patience;
    this.meters = meters;
  }

  String topic() {
    return topic;
  }

  BatchBounds bounds() {
    return bounds;
  }

  UUID topicId() {
    return TopicIds.of(topic, common);
  }

  Consumer<byte[], byte[]> consumer(int lane) {
    Map<String, Object> settings = new HashMap<>(common);
    settings.putAll(consumer);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Math.min(bounds.records(), POLL_RECORDS));
    return LaneConsumer.open(group, instance, lane, patience, settings, meters);
  }

  ConsumerLag watchLag() {
    return ConsumerLag.watch(group, topic, common, meters);
  }
}
