package io.tokenledger.service.kafka;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;

/** The incarnations of topics: a topic made again under its old name has another id. */
final class TopicIds {

  private TopicIds() {}

  /**
   * @param clientConfig at least {@code bootstrap.servers}
   * @throws KafkaException when the topic does not exist or Kafka does not answer
   */
  static UUID of(String topic, Map<String, Object> clientConfig) {
    try (Admin admin = Admin.create(clientConfig)) {
      Uuid id = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).topicId();
      return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
    } catch (ExecutionException e) {
      throw new KafkaException("Cannot read the id of topic " + topic, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Interrupted while reading the id of topic " + topic, e);
    }
  }
}
