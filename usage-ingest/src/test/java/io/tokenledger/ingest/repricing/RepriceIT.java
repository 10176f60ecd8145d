package io.tokenledger.ingest.repricing;

import static io.tokenledger.ingest.support.LedgerClient.execute;
import static io.tokenledger.ingest.support.LedgerClient.recordedOf;
import static io.tokenledger.ingest.support.LedgerClient.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.ingest.TestBooks;
import io.tokenledger.ingest.support.LedgerClient;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** Events get another cost: what the rollups hear adds up to what the rows say, to the nano. */
@QuarkusTest
@TestProfile(RepriceProfile.class)
@WithTestResource(LedgerServers.class)
class RepriceIT extends RepriceSteps {

  @Inject UnpricedCheck unpriced;

  @Test
  void aRunChangesEachEventOnceAndEachDifferenceIsPublished() {
    count();
    UUID run = request(false);
    finish(run);
    publish();

    assertThat(sum("cost_nanos")).isEqualTo(expectedNanos("0.123457"));
    assertThat(select("SELECT DISTINCT cost_status FROM raw.usage_event WHERE org_id = ?", org))
        .containsExactlyInAnyOrder("priced", "producer_reported");
    assertCountsToTheTruth();
    assertThat(
            select("SELECT sum(events)::bigint FROM raw.reprice_difference WHERE run_id = ?", run))
        .containsExactly(EVENTS - 1L);
    assertThat(select("SELECT count(*) FROM access.audit_log WHERE detail ->> 'run' = ?", "" + run))
        .containsExactly(1L);

    UUID again = request(false);
    finish(again);
    assertThat(eventsChanged(again)).isZero();
    assertThat(numbers()).hasSize(EVENTS - 1);
  }

  @Test
  void whatCachingSavesIsToldWithTheChangeOfTheCost() {
    String cached = event("cached", 1).replace("}", ",\"cacheReadTokens\":600}");
    LedgerClient.send(cached);
    await().atMost(PATIENCE).until(() -> published(EVENTS + 1));
    assertThat(sum("coalesce(cache_saved_nanos, 0)")).isZero();
    count();
    PriceBook caching =
        TestBooks.book(VERSION, TestBooks.cached(model, Instant.EPOCH, "0.123457", "0.1"));
    finish(request(false), caching);
    publish();
    assertThat(sum("cache_saved_nanos")).isEqualTo(14_074);
    assertCountsToTheTruth();
  }

  @Test
  void aDryRunSaysWhatWouldChangeAndChangesNothing() {
    count();
    UUID run = request(true);
    finish(run);

    assertThat(eventsChanged(run)).isEqualTo(EVENTS - 1);
    assertThat(
            select(
                "SELECT sum(cost_nanos_after - cost_nanos_before)::bigint FROM"
                    + " raw.reprice_difference WHERE run_id = ? AND org_id = ?",
                run,
                org))
        .containsExactly(expectedNanos("0.123457") - 3_000);
    assertThat(sum("cost_nanos")).isEqualTo(3_000);
    assertThat(numbers()).isEmpty();
  }

  @Test
  void anEventThatIsNotCountedYetIsMetLater() {
    UUID run = request(false);
    for (int i = 0; i < 20; i++) {
      step(book);
    }
    assertThat(sum("cost_nanos")).isEqualTo(3_000);
    assertThat(isFinished(run)).isFalse();

    count();
    finish(run);
    assertThat(sum("cost_nanos")).isEqualTo(expectedNanos("0.123457"));
  }

  /**
   * An instance stored the event and died before it published. Repriced now, its row would be
   * published at the new cost, and the difference added once more.
   */
  @Test
  void whatIsStoredAndNotPublishedYetIsNotRepricedBeforeItIs() {
    RecordMetadata other = LedgerClient.send(event("other", 1_000));
    await().atMost(PATIENCE).until(() -> published(EVENTS + 1));
    String id = uuidV7();
    execute(
        """
        INSERT INTO raw.usage_event
        SELECT (jsonb_populate_record(e, jsonb_build_object('event_key', '%1$s', 'event_id', '%1$s',
          'payload_hash', %4$d, 'source_partition', %2$d, 'source_offset', end_of_topic.at))).*
        FROM raw.usage_event e, (SELECT max(published_below) AS at FROM raw.published_position
          WHERE source_partition = %2$d AND topic_id = (
            SELECT source_topic_id FROM raw.usage_event WHERE org_id = '%3$s' LIMIT 1)) AS end_of_topic
        WHERE e.org_id = '%3$s' AND e.event_id = 'other'"""
            .formatted(id, other.partition(), org, hashOf(event(id, 1_000))));
    count();
    UUID run = request(false);
    for (int i = 0; i < 20; i++) {
      step(book);
    }

    RecordMetadata sent =
        LedgerClient.send(
            new ProducerRecord<>(
                "usage.events", other.partition(), null, event(id, 1_000).getBytes()),
            Map.of());
    assertThat(
            select(
                "SELECT source_offset FROM raw.usage_event WHERE org_id = ? AND event_id = ?",
                org,
                id))
        .as("the test's idea of where it will stand")
        .containsExactly(sent.offset());
    await().atMost(PATIENCE).until(() -> published(EVENTS + 2));
    finish(run);
    publish();
    assertCountsToTheTruth();
  }

  private static long hashOf(String event) {
    Instant now = Instant.now();
    return new UsageEventDecoder().decode(event.getBytes(), Map.of(), now, now).payloadHash();
  }

  /** Kafka has the messages, and the instance dies before it notes so; then a chunk fails. */
  @Test
  void whatIsPublishedTwiceAndChunksThatFailCountOnce() {
    count();
    UUID run = request(false);
    for (int i = 0; i < 1_000 && numbers().isEmpty(); i++) {
      step(book);
    }
    assertThatThrownBy(
            () ->
                adjustments
                    .publishSome(
                        some ->
                            sender
                                .send(some)
                                .chain(() -> Uni.createFrom().failure(new DeathException())))
                    .await()
                    .indefinitely())
        .isInstanceOf(DeathException.class);
    assertThatThrownBy(
            () ->
                runs.step(
                        VERSION,
                        events -> {
                          throw new DeathException();
                        })
                    .await()
                    .indefinitely())
        .isInstanceOf(DeathException.class);
    finish(run);
    publish();

    assertThat(recordedOf(org).size()).isGreaterThan(2 * EVENTS - 1);
    assertCountsToTheTruth();
    assertThat(numbers()).containsExactlyElementsOf(upTo(EVENTS - 1));
  }

  /** The run of an org with few events would otherwise wait for all chunks of a large one. */
  @Test
  void orgsRunsAreWorkedOffInTurn() {
    count();
    UUID first = request(false);
    UUID others = requestFor("other-" + org, false);
    step(book);
    step(book);
    assertThat(hasBegun(first)).isTrue();
    assertThat(hasBegun(others)).isTrue();
  }

  @Test
  void anOrgHasOneUnfinishedRunAndAllOrgsAnyNumber() {
    UUID run = request(true);
    assertThatThrownBy(() -> request(false)).hasMessageContaining("under way");
    assertThatThrownBy(() -> request(true)).hasMessageContaining(run.toString());
    requestFor("", true);
    requestFor("", true);
    requestFor("other-" + org, true);
    finish(run);
    request(true);
  }

  private static boolean hasBegun(UUID run) {
    return (Boolean)
        select("SELECT stepped_at > '-infinity' FROM raw.reprice_run WHERE id = ?", run).get(0);
  }

  @Test
  void pricesMayChangeAgainAndTheRunOfALaterBookWaits() {
    count();
    UUID first = request(false);
    finish(first);
    PriceBook later = PriceBook.of(VERSION + 1, priced("0.05").versions());
    UUID second = requestAt(VERSION + 1);
    step(book);
    assertThat(eventsChanged(second)).isZero();
    finish(second, later);
    publish();
    assertThat(sum("cost_nanos")).isEqualTo(expectedNanos("0.05"));
    assertCountsToTheTruth();
  }

  @Test
  void whatTheRollupsDoNotCountIsSentAgain() {
    count();
    finish(request(false));
    publish();
    assertThat(adjustments.pending().await().indefinitely()).isGreaterThanOrEqualTo(EVENTS - 1);
    int sent = recordedOf(org).size();

    adjustments.sendAgain(Duration.ofHours(1)).await().indefinitely();
    publish();
    assertThat(recordedOf(org)).hasSize(sent);

    execute("INSERT INTO rollup.counted_adjustment VALUES ('%s', 3)".formatted(org));
    adjustments.sendAgain(Duration.ZERO).await().indefinitely();
    publish();
    assertThat(recordedOf(org)).hasSize(sent + EVENTS - 1 - 3);
    assertCountsToTheTruth();
  }

  @Test
  void aDayWaitsForItsAdjustmentsAndForRunsThatMayChangeIt() {
    count();
    UUID run = request(false);
    String endDay =
        "SELECT raw.end_day((SELECT (min(occurred_at) AT TIME ZONE 'UTC')::date FROM raw.usage_event"
            + " WHERE org_id = '"
            + org
            + "'), '1970-01-01')";
    assertThatThrownBy(() -> select(endDay)).hasMessageContaining("being repriced");
    finish(run);
    execute("UPDATE raw.reprice_run SET finished_at = now() WHERE finished_at IS NULL");
    assertThatThrownBy(() -> select(endDay)).hasMessageContaining("not counted yet");
  }

  @Test
  void aPriceThatAppearsMakesOneRunAndModelsWithoutPriceNone() {
    count();
    unpriced.run(TestBooks.book(VERSION + 7, TestBooks.price("other", Instant.EPOCH, "1")));
    assertThat(openRuns()).isEmpty();

    unpriced.run(PriceBook.of(VERSION + 8, book.versions()));
    unpriced.run(PriceBook.of(VERSION + 9, book.versions()));
    assertThat(openRuns()).hasSize(1);
    UUID run = (UUID) openRuns().get(0);
    finish(run, PriceBook.of(VERSION + 9, book.versions()));
    assertThat(sum("cost_nanos")).isEqualTo(expectedNanos("0.123457"));

    unpriced.run(PriceBook.of(VERSION + 10, book.versions()));
    assertThat(openRuns()).isEmpty();
    publish();
    assertCountsToTheTruth();
  }

  private static final class DeathException extends RuntimeException {}
}
