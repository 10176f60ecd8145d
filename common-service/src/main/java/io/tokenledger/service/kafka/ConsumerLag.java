package io.tokenledger.service.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The gauge {@code tokenledger.consumer.lag}: how many offsets of each partition a group has not
 * committed yet. A consumer knows its own lag as well, but not while it is closed after a failure,
 * which is when the lag is of interest; so Kafka is asked. Every instance tells the lag of the
 * whole group. While Kafka does not answer, there is no figure rather than an old one.
 */
public final class ConsumerLag implements AutoCloseable {

  /** One for each partition, tagged {@code group}, {@code topic} and {@code partition}. */
  public static final String GAUGE = "tokenledger.consumer.lag";

  private static final Logger LOG = Logger.getLogger(ConsumerLag.class);
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final String group;
  private final String topic;
  private final Admin admin;
  private final MultiGauge gauge;
  private final ScheduledExecutorService thread;

  private ConsumerLag(
      String group, String topic, Map<String, Object> clientConfig, MeterRegistry meters) {
    this.group = group;
    this.topic = topic;
    this.admin = Admin.create(clientConfig);
    this.gauge =
        MultiGauge.builder(GAUGE)
            .description("Offsets of a topic's partition that the consumer group has yet to commit")
            .tag("group", group)
            .register(meters);
    this.thread =
        Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "consumer-lag"));
  }

  /**
   * @param clientConfig at least {@code bootstrap.servers}
   */
  public static ConsumerLag watch(
      String group, String topic, Map<String, Object> clientConfig, MeterRegistry meters) {
    ConsumerLag lag = new ConsumerLag(group, topic, clientConfig, meters);
    lag.thread.scheduleWithFixedDelay(lag::tell, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return lag;
  }

  @Override
  public void close() {
    thread.shutdownNow();
    admin.close(Duration.ZERO);
  }

  private void tell() {
    try {
      gauge.register(rows(), true);
    } catch (ExecutionException | RuntimeException | TimeoutException e) {
      gauge.register(List.of(), true);
      LOG.debugf(e, "Kafka does not tell the lag of %s", topic);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Row<?>> rows() throws ExecutionException, InterruptedException, TimeoutException {
    List<TopicPartition> partitions = partitions();
    Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec.earliest());
    Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
    Map<TopicPartition, OffsetAndMetadata> committed = committed();
    List<Row<?>> rows = new ArrayList<>();
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata next = committed.get(partition);
      long begin = Math.max(begins.get(partition), next == null ? 0 : next.offset());
      Tags tags = Tags.of("topic", topic, "partition", Integer.toString(partition.partition()));
      rows.add(Row.of(tags, Math.max(0, ends.get(partition) - begin)));
    }
    return rows;
  }

  private List<TopicPartition> partitions()
      throws ExecutionException, InterruptedException, TimeoutException {
    return within(admin.describeTopics(List.of(topic)).allTopicNames())
        .get(topic)
        .partitions()
        .stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  /** Of what readers of committed messages see. */
  private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> specs = new HashMap<>();
    partitions.forEach(partition -> specs.put(partition, spec));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    within(admin.listOffsets(specs, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all())
        .forEach((partition, found) -> offsets.put(partition, found.offset()));
    return offsets;
  }

  private Map<TopicPartition, OffsetAndMetadata> committed()
      throws ExecutionException, InterruptedException, TimeoutException {
    return within(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
  }

  private static <T> T within(KafkaFuture<T> answer)
      throws ExecutionException, InterruptedException, TimeoutException {
    return answer.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
  }
}
