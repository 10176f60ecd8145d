package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tokenledger.events.RecordedUsage;
import io.tokenledger.events.RecordedUsageCodec;
import io.tokenledger.events.Topics;
import io.tokenledger.local.LedgerAccess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Whether every event of the traffic counts exactly once, everywhere. */
final class ExactLedger {

  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

  private final LedgerTables tables;
  private final TopicReader topics;
  private final Traffic traffic;

  ExactLedger(LedgerAccess access, Traffic traffic) {
    this.tables = new LedgerTables(access.database());
    this.topics = new TopicReader(access.kafkaBootstrap());
    this.traffic = traffic;
  }

  /** Returns when more events have reached the rollups than at the time of the call. */
  void awaitProgress() {
    long now = traffic.expected().total().requestCount();
    await().atMost(SETTLED_WITHIN).ignoreExceptions().until(() -> requestsInRollups() >= now);
  }

  /** Stops the traffic, lets what is under way arrive, and compares. */
  void verify() {
    traffic.pause();
    assertThat(traffic.failures()).as("events Kafka did not take").isEmpty();
    await()
        .atMost(SETTLED_WITHIN)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .untilAsserted(this::everythingIsExact);
    System.out.println("Exact after " + traffic.expected().events() + " events.");
  }

  private void everythingIsExact() {
    long accepted = traffic.expected().events();
    assertThat(tables.rawRows())
        .as("raw rows of %d different events", accepted)
        .isEqualTo(accepted);
    assertThat(tables.drift()).as("rollups minus raw events").isEmpty();
    assertThat(ExpectedUsage.difference(traffic.expected().sums(), tables.usageRows())).isEmpty();
    List<String> recorded = recordedIds();
    assertThat(repeated(recorded)).as("ids more than once on usage.recorded").isEmpty();
    assertThat(recorded).as("ids on usage.recorded").hasSize(Math.toIntExact(accepted));
    assertThat(deadLetters()).containsExactlyInAnyOrderElementsOf(traffic.invalid());
  }

  private long requestsInRollups() {
    return tables.usageRows().values().stream().mapToLong(UsageSums::requestCount).sum();
  }

  private List<String> recordedIds() {
    return topics.all(Topics.USAGE_RECORDED).stream().map(ExactLedger::idOf).toList();
  }

  private List<String> deadLetters() {
    return topics.all(Topics.DEAD_LETTERS).stream().map(ConsumerRecord::value).toList();
  }

  private static String idOf(ConsumerRecord<String, String> message) {
    RecordedUsage usage =
        RecordedUsageCodec.decode(message.value().getBytes(StandardCharsets.UTF_8));
    return usage.orgId() + " " + usage.eventId();
  }

  private static Map<String, Integer> repeated(Collection<String> ids) {
    Map<String, Integer> times = new TreeMap<>();
    ids.forEach(id -> times.merge(id, 1, Integer::sum));
    times.values().removeIf(each -> each == 1);
    return times;
  }
}
