package io.tokenledger.local.kafka;

import io.tokenledger.events.Topics;
import io.tokenledger.local.StackException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** The topic that events go to, on a Kafka that is to be found first. */
public final class EventTopic {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private EventTopic() {}

  /**
   * Which Kafka it is: an address may stand for another one tomorrow.
   *
   * @param client settings of the Kafka client
   * @throws StackException when it does not answer, or has no such topic
   */
  public static String clusterOf(Map<String, Object> client) throws InterruptedException {
    Map<String, Object> settings = new HashMap<>(client);
    int millis = Math.toIntExact(PATIENCE.toMillis());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    String brokers = String.valueOf(client.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
    try (Admin admin = Admin.create(settings)) {
      if (!admin.listTopics().names().get().contains(Topics.USAGE_EVENTS)) {
        throw new StackException(
            "There is no topic %s on %s: make it with ./tokenledger topics."
                .formatted(Topics.USAGE_EVENTS, brokers));
      }
      return admin.describeCluster().clusterId().get();
    } catch (ExecutionException e) {
      throw new StackException("Kafka at %s: %s".formatted(brokers, e.getCause().getMessage()), e);
    } catch (KafkaException e) {
      throw new StackException("Kafka at %s: %s".formatted(brokers, e.getMessage()), e);
    }
  }
}
