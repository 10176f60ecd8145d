package io.tokenledger.local.kafka;

import io.tokenledger.events.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The topics of the ledger, and how they are set up.
 *
 * @param partitions of {@code usage.events} and {@code usage.recorded}: how many lanes can share
 *     the work; adding some later moves orgs between them, which the ledger bears
 * @param replicas of each partition; with three or more, two must have a message before it counts
 */
public record LedgerTopics(int partitions, short replicas) {

  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final short QUORUM_FROM = 3;

  /** A letter is a message of any allowed size and its headers; it is kept until someone looks. */
  private static final int LETTER_BYTES = 2 * 1024 * 1024;

  /**
   * Makes those that are missing; what is there stays as it is.
   *
   * @param client settings of the Kafka client
   * @return the names of those made
   */
  public List<String> create(Map<String, Object> client)
      throws InterruptedException, ExecutionException {
    try (Admin admin = admin(client, REQUEST_TIMEOUT)) {
      Set<String> present = admin.listTopics().names().get();
      List<NewTopic> missing =
          topics().stream().filter(topic -> !present.contains(topic.name())).toList();
      admin.createTopics(missing).all().get();
      return missing.stream().map(NewTopic::name).toList();
    }
  }

  /** Whether the broker answers and has every topic. */
  public static boolean present(String bootstrapServers, Duration timeout)
      throws InterruptedException {
    try (Admin admin = admin(Map.of("bootstrap.servers", bootstrapServers), timeout)) {
      return admin.listTopics().names().get().containsAll(Topics.ALL);
    } catch (ExecutionException e) {
      return false;
    }
  }

  private List<NewTopic> topics() {
    return List.of(
        topic(Topics.USAGE_EVENTS, partitions, keptFor(WEEK, KafkaSettings.MAX_BATCH_BYTES)),
        topic(Topics.USAGE_RECORDED, partitions, keptFor(WEEK)),
        topic(Topics.DEAD_LETTERS, 1, keptFor(MONTH, LETTER_BYTES)),
        topic(Topics.PRICING_CHANGES, 1, Map.of("cleanup.policy", "compact")),
        topic(Topics.USAGE_ALERTS, 1, keptFor(WEEK)));
  }

  private static Map<String, String> keptFor(Duration time, int largestMessage) {
    Map<String, String> settings = new HashMap<>(keptFor(time));
    settings.put("max.message.bytes", Integer.toString(largestMessage));
    return settings;
  }

  private static Map<String, String> keptFor(Duration time) {
    return Map.of("retention.ms", Long.toString(time.toMillis()));
  }

  private NewTopic topic(String name, int parts, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    if (replicas >= QUORUM_FROM) {
      all.put("min.insync.replicas", "2");
    }
    return new NewTopic(name, parts, replicas).configs(all);
  }

  private static Admin admin(Map<String, Object> client, Duration timeout) {
    int millis = Math.toIntExact(timeout.toMillis());
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    return Admin.create(settings);
  }
}
