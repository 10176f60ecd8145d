package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tokenledger.events.DeadLetterHeaders;
import io.tokenledger.events.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events of every kind through {@code ./tokenledger send}: the analytics API tells the truth. */
class PipelineIT {

  private static final long SEED = Long.getLong("tokenledger.test.seed", System.nanoTime());
  private static final List<String> ORGS = List.of("north", "south", "west.eu-1:x");
  private static final int EVENTS = 20_000;
  private static final int DUPLICATES = 300;
  private static final int DAYS = 10;
  private static final Instant FIRST_DAY =
      Instant.now().truncatedTo(ChronoUnit.DAYS).minus(DAYS, ChronoUnit.DAYS);

  private static final RunningLedger LEDGER = RunningLedger.shared();
  private static final ExpectedUsage EXPECTED = new ExpectedUsage();

  @BeforeAll
  static void send(@TempDir Path folder) throws IOException {
    System.out.println("The events are made from seed " + SEED);
    List<String> lines = lines();
    Path file = Files.write(folder.resolve("events.ndjson"), lines);
    assertThat(LEDGER.command().run("send", "--file", file.toString()))
        .isEqualTo(
            String.format("%,d of %,d events acknowledged by Kafka.", lines.size(), lines.size()));
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(ExpectedUsage.difference(EXPECTED.sums(), rollupsOfOurOrgs()))
                    .isEmpty());
  }

  @Test
  void everyRowOfTheUsageReportIsExact() {
    Map<UsageKey, UsageReport.Row> answered = new HashMap<>();
    ORGS.forEach(org -> answered.putAll(UsageReport.of(LEDGER.api(), org, period())));
    Map<UsageKey, UsageReport.Row> expected = UsageReport.expected(EXPECTED.sums());
    assertThat(ExpectedUsage.difference(expected, answered)).isEmpty();
    assertThat(answered).hasSizeGreaterThan(ORGS.size() * DAYS * ModelPrices.CHAT.size());
  }

  @Test
  void rawEventsAndEachRollupAgreeToTheNanoDollar() {
    ORGS.forEach(org -> assertThat(LEDGER.tables().rawRows(org)).isPositive());
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(LEDGER.tables().drift()).isEmpty());
  }

  @Test
  void eachHostileLineIsADeadLetterOnceWithReasonAndPosition() {
    TopicReader topics = new TopicReader(LEDGER.access().kafkaBootstrap());
    Map<String, ConsumerRecord<String, String>> sent = new HashMap<>();
    topics.all(Topics.USAGE_EVENTS).forEach(r -> sent.put(r.partition() + ":" + r.offset(), r));
    List<ConsumerRecord<String, String>> letters = topics.all(Topics.DEAD_LETTERS);
    for (HostileLine line : HostileLine.all()) {
      List<ConsumerRecord<String, String>> found =
          letters.stream().filter(letter -> letter.value().equals(line.text())).toList();
      assertThat(found).as(line.text()).hasSize(1);
      assertThat(TopicReader.header(found.get(0), DeadLetterHeaders.REASON))
          .as(line.text())
          .isEqualTo(line.reason().code());
      assertThat(TopicReader.header(found.get(0), DeadLetterHeaders.DETAIL)).isNotBlank();
      assertThat(TopicReader.header(found.get(0), DeadLetterHeaders.SOURCE_TOPIC))
          .isEqualTo(Topics.USAGE_EVENTS);
      assertThat(sent.get(positionOf(found.get(0))).value()).isEqualTo(line.text());
    }
  }

  private static List<String> lines() {
    SampleEvents events = new SampleEvents(SEED, ORGS, FIRST_DAY, Duration.ofDays(DAYS));
    Random random = new Random(SEED);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      SampleEvent event = events.next();
      EXPECTED.add(event);
      lines.add(event.toJson());
    }
    for (int i = 0; i < DUPLICATES; i++) {
      lines.add(lines.get(random.nextInt(EVENTS)));
    }
    HostileLine.all().forEach(line -> lines.add(line.text()));
    Collections.shuffle(lines, random);
    return lines;
  }

  private static Map<UsageKey, UsageSums> rollupsOfOurOrgs() {
    Map<UsageKey, UsageSums> rows = LEDGER.tables().usageRows();
    rows.keySet().removeIf(key -> !ORGS.contains(key.orgId()));
    return rows;
  }

  private static String period() {
    LocalDate first = LocalDate.ofInstant(FIRST_DAY, ZoneOffset.UTC);
    return "from=" + first + "&to=" + first.plusDays(DAYS);
  }

  private static String positionOf(ConsumerRecord<String, String> letter) {
    return TopicReader.header(letter, DeadLetterHeaders.SOURCE_PARTITION)
        + ":"
        + TopicReader.header(letter, DeadLetterHeaders.SOURCE_OFFSET);
  }
}
