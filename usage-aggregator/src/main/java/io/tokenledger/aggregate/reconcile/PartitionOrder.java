package io.tokenledger.aggregate.reconcile;

import io.smallrye.mutiny.Uni;
import io.tokenledger.aggregate.reconcile.PostgresRecordedTopic.Growth;
import io.tokenledger.service.kafka.NewPartitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks whether partitions were added to {@code usage.recorded}, and when it is in order again. An
 * org's messages then go to another partition, and are counted there while earlier ones wait on the
 * old one. When all who send agree on the new number, what stands on the topic up to that moment is
 * the last that can be out of order; once it is counted, comparisons and rebuilds go on.
 */
@ApplicationScoped
class PartitionOrder {

  private static final Logger LOG = Logger.getLogger(PartitionOrder.class);

  /** After this, Kafka aborts a batch of usage-ingest that was sent by the old number. */
  private static final Duration LONGEST_BATCH = Duration.ofSeconds(15);

  private static final Duration AGREEMENT = NewPartitions.SEEN_WITHIN.plus(LONGEST_BATCH);

  private final KafkaRecordedTopic kafka;
  private final PostgresRecordedTopic known;
  private volatile boolean grown;
  private volatile Optional<ToBeCounted> toBeCounted = Optional.empty();

  PartitionOrder(KafkaRecordedTopic kafka, PostgresRecordedTopic known) {
    this.kafka = kafka;
    this.known = known;
  }

  /** To be called again and again. */
  Uni<Void> look() {
    return kafka
        .now()
        .chain(topic -> known.note(topic, AGREEMENT).chain(growth -> follow(topic, growth)));
  }

  private Uni<Void> follow(RecordedTopic topic, Growth growth) {
    tell(topic, growth != Growth.NONE);
    if (growth != Growth.AGREED_ON) {
      toBeCounted = Optional.empty();
      return Uni.createFrom().voidItem();
    }
    return toBeCounted
        .filter(last -> last.topic.equals(topic))
        .map(last -> known.inOrderIfCounted(topic, last.below).replaceWithVoid())
        .orElseGet(() -> lookAtEnds(topic));
  }

  private Uni<Void> lookAtEnds(RecordedTopic topic) {
    return kafka
        .ends(topic.partitions())
        .invoke(ends -> toBeCounted = Optional.of(new ToBeCounted(topic, ends)))
        .replaceWithVoid();
  }

  private void tell(RecordedTopic topic, boolean now) {
    if (now && !grown) {
      LOG.infof(
          "usage.recorded has %d partitions now. Comparisons and rebuilds wait until what stood on it"
              + " before is counted",
          topic.partitions());
    } else if (grown && !now) {
      LOG.info("usage.recorded is in order again: comparisons and rebuilds go on");
    }
    grown = now;
  }

  /**
   * @param below by partition, the offset below which all must be counted
   */
  private record ToBeCounted(RecordedTopic topic, Map<Integer, Long> below) {}
}
