package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tokenledger.acceptance.check.TopicTail;
import io.tokenledger.acceptance.truth.ExpectedUsage;
import io.tokenledger.acceptance.truth.HostileMessage;
import io.tokenledger.acceptance.truth.ModelPrices;
import io.tokenledger.acceptance.truth.SampleEvent;
import io.tokenledger.acceptance.truth.SampleEvents;
import io.tokenledger.acceptance.truth.UsageKey;
import io.tokenledger.acceptance.truth.UsageSums;
import io.tokenledger.events.DeadLetterHeaders;
import io.tokenledger.events.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    ORGS.forEach(org -> assertThat(LEDGER.tables().rawRows(List.of(org))).isPositive());
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(LEDGER.tables().drift(ORGS)).isEmpty());
  }

  @Test
  void eachHostileMessageIsADeadLetterOnceWithReasonAndPosition() {
    Map<String, ConsumerRecord<byte[], byte[]>> sent = new HashMap<>();
    all(Topics.USAGE_EVENTS).forEach(r -> sent.put(r.partition() + ":" + r.offset(), r));
    List<ConsumerRecord<byte[], byte[]>> letters = all(Topics.DEAD_LETTERS);
    for (HostileMessage line : HostileMessage.lines()) {
      List<ConsumerRecord<byte[], byte[]>> found =
          letters.stream().filter(letter -> line.text().equals(text(letter))).toList();
      assertThat(found).as(line.text()).hasSize(1);
      assertThat(TopicTail.header(found.get(0), DeadLetterHeaders.REASON))
          .as(line.text())
          .isEqualTo(line.reason().code());
      assertThat(TopicTail.header(found.get(0), DeadLetterHeaders.DETAIL)).isNotBlank();
      assertThat(TopicTail.header(found.get(0), DeadLetterHeaders.SOURCE_TOPIC))
          .isEqualTo(Topics.USAGE_EVENTS);
      assertThat(text(sent.get(positionOf(found.get(0))))).isEqualTo(line.text());
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> all(String topic) {
    try (TopicTail tail = new TopicTail(LEDGER.access().kafkaBootstrap(), topic)) {
      return tail.next();
    }
  }

  private static String text(ConsumerRecord<byte[], byte[]> message) {
    return new String(message.value(), StandardCharsets.UTF_8);
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
    HostileMessage.lines().forEach(line -> lines.add(line.text()));
    Collections.shuffle(lines, random);
    return lines;
  }

  private static Map<UsageKey, UsageSums> rollupsOfOurOrgs() {
    return LEDGER.tables().usageRows(ORGS);
  }

  private static String period() {
    LocalDate first = LocalDate.ofInstant(FIRST_DAY, ZoneOffset.UTC);
    return "from=" + first + "&to=" + first.plusDays(DAYS);
  }

  private static String positionOf(ConsumerRecord<byte[], byte[]> letter) {
    return TopicTail.header(letter, DeadLetterHeaders.SOURCE_PARTITION)
        + ":"
        + TopicTail.header(letter, DeadLetterHeaders.SOURCE_OFFSET);
  }
}
