package io.tokenledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.recorded.SourcePosition;
import io.tokenledger.ingest.support.KeptDays;
import io.tokenledger.ingest.support.LedgerClient;
import io.tokenledger.ingest.support.OtherSchemas;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A batch is on its way while another replica ends the day it belongs to. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class RetentionRaceIT {

  private final String org = "org-" + UUID.randomUUID();

  /** No lane has it. */
  private static final int PARTITION = 1_000;

  private final UUID topic = LedgerClient.currentEpoch();
  private final Instant occurredAt =
      Instant.now().minus(200, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
  private final List<DeadLetter> deadLetters = new ArrayList<>();

  @Inject RawEvents rawEvents;
  @Inject PriceBooks priceBooks;

  @BeforeAll
  static void migrate() {
    OtherSchemas.migrate();
  }

  @Test
  void theBatchFailsIsTriedAgainAndItsEventIsTooLate() {
    ingest(300, 1);
    assertThat(LedgerClient.rowsOf(org)).isEqualTo(1);

    endOnAnotherReplica(LocalDate.ofInstant(occurredAt, ZoneOffset.UTC));
    assertThatThrownBy(() -> ingest(300, 2)).hasMessageContaining("no partition");
    BatchOutcome outcome = ingest(100, 2);

    assertThat(outcome.recorded()).isEmpty();
    assertThat(deadLetters).extracting(DeadLetter::reason).containsExactly(RejectionCode.TOO_LATE);
    assertThat(LedgerClient.rowsOf(org)).isZero();
  }

  /** The clock cannot be moved; a shorter window is the same as a later time. */
  private BatchOutcome ingest(int windowDays, long offset) {
    String event =
        "{\"eventId\":\"e-%d\",\"orgId\":\"%s\",\"provider\":\"openai\",\"model\":\"m\",\"occurredAt\":\"%s\"}"
            .formatted(offset, org, occurredAt);
    UsageMessage message =
        new UsageMessage(
            new SourcePosition(topic, PARTITION, offset),
            null,
            event.getBytes(StandardCharsets.UTF_8),
            Map.of(),
            Instant.now());
    RecordedUsagePublisher publisher =
        (recorded, letters) -> {
          deadLetters.addAll(letters);
          return Uni.createFrom().voidItem();
        };
    return new UsageIngestor(
            new EventIntake(new KeptDays(windowDays), priceBooks),
            rawEvents,
            new SimpleMeterRegistry())
        .ingest(
            new UsageBatch(
                List.of(message),
                new TopicPositions(message.position().topicId(), Map.of(PARTITION, offset)),
                Map.of()),
            publisher)
        .await()
        .atMost(Duration.ofSeconds(20));
  }

  /** This replica is not told, and still believes that the partition is there. */
  private static void endOnAnotherReplica(LocalDate day) {
    LedgerClient.select("SELECT raw.end_day('%s', '%s')".formatted(day, day.plusDays(1)));
    LedgerClient.execute("UPDATE raw.retention_edge SET complete_from = '1970-01-01'");
  }
}
