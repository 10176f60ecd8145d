package io.tokenledger.local.kafka;

import io.tokenledger.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the ledger, made where they are missing. */
public final class LedgerTopics {

  private static final short ONE_REPLICA = 1;
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);

  private LedgerTopics() {}

  public static void create(KafkaSettings settings)
      throws InterruptedException, ExecutionException {
    try (Admin admin = admin(settings.bootstrapServers(), REQUEST_TIMEOUT)) {
      Set<String> present = admin.listTopics().names().get();
      List<NewTopic> missing =
          topics(settings.partitions()).stream()
              .filter(topic -> !present.contains(topic.name()))
              .toList();
      admin.createTopics(missing).all().get();
    }
  }

  /** Whether the broker answers and has every topic. */
  public static boolean present(String bootstrapServers, Duration timeout)
      throws InterruptedException {
    try (Admin admin = admin(bootstrapServers, timeout)) {
      return admin.listTopics().names().get().containsAll(names());
    } catch (ExecutionException e) {
      return false;
    }
  }

  private static Set<String> names() {
    return topics(1).stream().map(NewTopic::name).collect(Collectors.toSet());
  }

  private static List<NewTopic> topics(int partitions) {
    return List.of(
        topic(Topics.USAGE_EVENTS, partitions, Map.of()),
        topic(Topics.USAGE_RECORDED, partitions, Map.of()),
        topic(Topics.DEAD_LETTERS, 1, Map.of("max.message.bytes", "2097152")),
        topic(Topics.PRICING_CHANGES, 1, Map.of("cleanup.policy", "compact")),
        topic(Topics.USAGE_ALERTS, 1, Map.of()));
  }

  private static NewTopic topic(String name, int partitions, Map<String, String> configuration) {
    return new NewTopic(name, partitions, ONE_REPLICA).configs(configuration);
  }

  private static Admin admin(String bootstrapServers, Duration timeout) {
    int millis = Math.toIntExact(timeout.toMillis());
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis));
  }
}
