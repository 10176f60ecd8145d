package io.tokenledger.ingest.repricing;

import static io.tokenledger.ingest.support.LedgerClient.execute;
import static io.tokenledger.ingest.support.LedgerClient.recordedOf;
import static io.tokenledger.ingest.support.LedgerClient.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.recorded.CostAdjustment;
import io.tokenledger.events.recorded.Recorded;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.RevisedUsage;
import io.tokenledger.ingest.TestBooks;
import io.tokenledger.ingest.adjustments.KafkaAdjustmentSender;
import io.tokenledger.ingest.adjustments.PostgresAdjustments;
import io.tokenledger.ingest.support.LedgerClient;
import io.tokenledger.ingest.support.OtherSchemas;
import io.tokenledger.pricing.PriceBook;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Some events of one org without price, and the steps of repricing them. */
abstract class RepriceSteps {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** No instance but the test has a book of such a version. */
  static final long VERSION = 1_000_000;

  static final int EVENTS = 30;

  private static final int MOST_STEPS = 10_000;

  final String org = "org-" + UUID.randomUUID();
  final String model = "house-" + UUID.randomUUID();
  final PriceBook book = priced("0.123457");

  @Inject PostgresRepriceRuns runs;
  @Inject PostgresAdjustments adjustments;
  @Inject KafkaAdjustmentSender sender;

  @BeforeAll
  static void otherSchemas() {
    OtherSchemas.migrate();
  }

  @BeforeEach
  void send() {
    for (int i = 0; i < EVENTS; i++) {
      LedgerClient.send(event("e-" + i, i));
    }
    await().atMost(PATIENCE).until(() -> published(EVENTS));
  }

  @AfterEach
  void endRuns() {
    execute("UPDATE raw.reprice_run SET finished_at = now() WHERE finished_at IS NULL");
  }

  /** The last one tells its cost itself. */
  String event(String id, int tokens) {
    String told = id.equals("e-" + (EVENTS - 1)) ? ",\"estimatedCostMicros\":3" : "";
    return "{\"eventId\":\"%s\",\"orgId\":\"%s\",\"provider\":\"it\",\"modelName\":\"%s\",\"inputTokens\":%d,\"requestCount\":2%s}"
        .formatted(id, org, model, 1_000 * tokens + 1, told);
  }

  PriceBook priced(String input) {
    return TestBooks.book(VERSION, TestBooks.price(model, Instant.EPOCH, input));
  }

  long expectedNanos(String input) {
    BigDecimal perToken = new BigDecimal(input).movePointRight(3);
    long sum = 3_000;
    for (int i = 0; i < EVENTS - 1; i++) {
      sum +=
          perToken
              .multiply(BigDecimal.valueOf(1_000L * i + 1))
              .setScale(0, RoundingMode.HALF_EVEN)
              .longValueExact();
    }
    return sum;
  }

  boolean published(int events) {
    return recordedOf(org).size() >= events
        && select(
                "SELECT count(*) FROM raw.usage_event e JOIN raw.published_position p ON p.topic_id ="
                    + " e.source_topic_id AND p.source_partition = e.source_partition"
                    + " WHERE org_id = ? AND source_offset < published_below",
                org)
            .equals(List.of((long) events));
  }

  void count() {
    execute(
        "INSERT INTO rollup.counted_source SELECT org_id, source_topic_id, source_partition,"
            + " max(source_offset) FROM raw.usage_event WHERE org_id = '"
            + org
            + "' GROUP BY 1, 2, 3");
  }

  UUID request(boolean dryRun) {
    return requestFor(org, dryRun);
  }

  UUID requestFor(String whose, boolean dryRun) {
    return (UUID)
        select(
                "SELECT raw.request_reprice('ann', 'a test', ?, 'it', '', NULL, NULL, false, ?, ?)",
                whose,
                dryRun,
                VERSION)
            .get(0);
  }

  UUID requestAt(long version) {
    return (UUID)
        select(
                "SELECT raw.request_reprice('ann', 'a test', ?, '', ?, current_date - 1,"
                    + " current_date + 1, false, false, ?)",
                org,
                model,
                version)
            .get(0);
  }

  /** Without the pause between two passes. */
  void step(PriceBook at) {
    execute("UPDATE raw.reprice_run SET not_before = now() WHERE finished_at IS NULL");
    runs.step(at.version(), events -> CostChange.at(at, events)).await().indefinitely();
  }

  void finish(UUID run) {
    finish(run, book);
  }

  void finish(UUID run, PriceBook at) {
    for (int i = 0; i < MOST_STEPS && !isFinished(run); i++) {
      step(at);
    }
    assertThat(isFinished(run)).isTrue();
  }

  void publish() {
    while (adjustments.publishSome(sender::send).await().indefinitely() > 0) {
      assertThat(numbers()).isNotEmpty();
    }
  }

  /** What the rollups would say: each event, and of the adjustments the next number only. */
  void assertCountsToTheTruth() {
    CountedCosts counted = new CountedCosts();
    recordedOf(org).forEach(each -> each.accept(counted));
    assertThat(counted.nanos).isEqualTo(sum("cost_nanos"));
    assertThat(counted.saved).isEqualTo(sum("coalesce(cache_saved_nanos, 0)"));
    assertThat(counted.savedTokens)
        .isEqualTo(sum("CASE WHEN cache_saved_nanos IS NULL THEN 0 ELSE cache_read_tokens END"));
    assertThat(counted.unpricedRequests)
        .isEqualTo(sum("CASE WHEN cost_status = 'unpriced' THEN request_count ELSE 0 END"));
  }

  long sum(String column) {
    Object sum =
        select("SELECT sum(" + column + ")::bigint FROM raw.usage_event WHERE org_id = ?", org)
            .get(0);
    return (Long) sum;
  }

  List<Object> numbers() {
    return select("SELECT sequence FROM raw.cost_adjustment WHERE org_id = ? ORDER BY 1", org);
  }

  static List<Object> upTo(long last) {
    return LongStream.rangeClosed(1, last).<Object>mapToObj(number -> number).toList();
  }

  static long eventsChanged(UUID run) {
    return (Long) select("SELECT events_changed FROM raw.reprice_run WHERE id = ?", run).get(0);
  }

  static boolean isFinished(UUID run) {
    return (Boolean)
        select("SELECT finished_at IS NOT NULL FROM raw.reprice_run WHERE id = ?", run).get(0);
  }

  static List<Object> openRuns() {
    return select("SELECT id FROM raw.reprice_run WHERE finished_at IS NULL");
  }

  static String uuidV7() {
    UUID random = UUID.randomUUID();
    return new UUID(
            System.currentTimeMillis() << 16 | 0x7000 | random.getMostSignificantBits() & 0xfff,
            random.getLeastSignificantBits())
        .toString();
  }

  private static final class CountedCosts implements Recorded.Visitor {
    private long nanos;
    private long unpricedRequests;
    private long saved;
    private long savedTokens;
    private long through;

    @Override
    public void visit(RecordedUsage usage) {
      nanos += usage.costNanos();
      saved += usage.addedCacheSavedNanos();
      savedTokens += usage.cacheSavedTokens();
      unpricedRequests += usage.costStatus() == CostStatus.UNPRICED ? usage.requestCount() : 0;
    }

    @Override
    public void visit(CostAdjustment adjustment) {
      if (adjustment.sequence() == through + 1) {
        through++;
        nanos += adjustment.costNanosDelta();
        saved += adjustment.cacheSavedNanosDelta();
        savedTokens += adjustment.cacheSavedTokensDelta();
        unpricedRequests += adjustment.unpricedRequestsDelta();
      }
    }

    @Override
    public void visit(RevisedUsage revision) {
      throw new AssertionError("nothing is revised here");
    }
  }
}
