package io.tokenledger.aggregate.reconcile;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.tokenledger.events.Topics;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What Kafka says of {@code usage.recorded}, asked anew each time. */
@ApplicationScoped
class KafkaRecordedTopic {

  /** Counting may be paused while Kafka is asked. */
  private static final int ANSWER_WITHIN_MS = 5_000;

  private final Admin admin;

  KafkaRecordedTopic(@Identifier("default-kafka-broker") Map<String, Object> clientConfig) {
    this.admin = Admin.create(clientConfig);
  }

  @PreDestroy
  void close() {
    admin.close();
  }

  Uni<RecordedTopic> now() {
    DescribeTopicsOptions soon = new DescribeTopicsOptions().timeoutMs(ANSWER_WITHIN_MS);
    return ask(() -> admin.describeTopics(List.of(Topics.USAGE_RECORDED), soon).allTopicNames())
        .map(topics -> topicOf(topics.get(Topics.USAGE_RECORDED)));
  }

  /** By partition, the end of what is on it, committed or not; an empty one is absent. */
  Uni<Map<Integer, Long>> ends(int partitions) {
    return offsets(partitions, OffsetSpec.latest())
        .chain(
            ends ->
                offsets(partitions, OffsetSpec.earliest())
                    .map(
                        begins -> {
                          Map<Integer, Long> filled = new HashMap<>(ends);
                          filled.entrySet().removeIf(e -> begins.get(e.getKey()) >= e.getValue());
                          return filled;
                        }));
  }

  private Uni<Map<Integer, Long>> offsets(int partitions, OffsetSpec spec) {
    ListOffsetsOptions soon = new ListOffsetsOptions().timeoutMs(ANSWER_WITHIN_MS);
    Map<TopicPartition, OffsetSpec> specs =
        IntStream.range(0, partitions)
            .mapToObj(partition -> new TopicPartition(Topics.USAGE_RECORDED, partition))
            .collect(Collectors.toMap(partition -> partition, partition -> spec));
    return ask(() -> admin.listOffsets(specs, soon).all()).map(KafkaRecordedTopic::byPartition);
  }

  private static Map<Integer, Long> byPartition(Map<TopicPartition, ListOffsetsResultInfo> found) {
    return found.entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().partition(), e -> e.getValue().offset()));
  }

  private static RecordedTopic topicOf(TopicDescription topic) {
    UUID id =
        new UUID(
            topic.topicId().getMostSignificantBits(), topic.topicId().getLeastSignificantBits());
    return new RecordedTopic(id, topic.partitions().size());
  }

  private static <T> Uni<T> ask(Supplier<KafkaFuture<T>> question) {
    return Uni.createFrom().completionStage(() -> question.get().toCompletionStage());
  }
}
