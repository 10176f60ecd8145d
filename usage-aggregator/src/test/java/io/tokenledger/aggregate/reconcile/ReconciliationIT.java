package io.tokenledger.aggregate.reconcile;

import static io.tokenledger.aggregate.support.Usages.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.tokenledger.aggregate.RecordedBatch;
import io.tokenledger.aggregate.RecordedBatch.Message;
import io.tokenledger.aggregate.UsageAggregator;
import io.tokenledger.aggregate.support.RawRows;
import io.tokenledger.aggregate.support.Rollups;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rollups held against raw events, and made again from them. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class ReconciliationIT {

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 5, 1);
  private static final DayRange DAYS = new DayRange(FIRST_DAY, FIRST_DAY.plusDays(3));

  private final String org = "org-" + UUID.randomUUID();
  private final UUID topic = UUID.randomUUID();
  private int recorded;

  @Inject UsageAggregator aggregator;
  @Inject RollupReconciler reconciler;
  @Inject RollupRebuild rebuild;
  @Inject PostgresRebuildRuns runs;

  @BeforeAll
  static void rawEvents() {
    RawRows.migrate();
  }

  @Test
  void whatIsCountedIsEqualAndWhatIsNotCountedYetIsNoDrift() throws Throwable {
    count(store(200));
    assertThat(drift()).isEmpty();

    List<RecordedUsage> underWay = store(100);
    assertThat(drift()).isEmpty();

    count(underWay.subList(0, 40));
    assertThat(drift()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE rollup.org_daily_usage SET cost_nanos = cost_nanos + 1 WHERE org_id = ?",
        "UPDATE rollup.org_daily_usage SET duration_buckets[3] = 77 WHERE org_id = ?",
        "UPDATE rollup.org_daily_usage SET audio_output_tokens = 0 WHERE org_id = ?",
        "UPDATE rollup.org_daily_usage SET cache_saved_nanos = -1 WHERE org_id = ?",
        "UPDATE rollup.org_tag_daily_usage SET cache_saved_tokens = 0 WHERE org_id = ?",
        "DELETE FROM rollup.org_user_daily_usage WHERE org_id = ? AND user_id = 'user-1'",
        "UPDATE rollup.org_quarter_hour_usage SET request_count = 2 WHERE org_id = ?",
        "UPDATE rollup.org_tag_daily_usage SET tag_value = 'other' WHERE org_id = ?",
        "UPDATE rollup.conversation_usage SET last_message_at = now() WHERE org_id = ?",
        "DELETE FROM rollup.conversation_usage WHERE org_id = ?",
      })
  void whateverIsChangedIsFoundAndMended(String change) throws Throwable {
    count(store(60));
    List<String> before = rows("");
    int changed = RawRows.execute(change, org);
    assertThat(changed).isPositive();

    assertThat(drift()).isNotEmpty().allMatch(each -> change.contains(each.rollup()));

    assertThat(rebuild()).isBetween((long) changed, 2L * changed);
    assertThat(drift()).isEmpty();
    assertThat(rows("")).isEqualTo(before);
  }

  /** What caching saved is not known there, on either side. */
  @Test
  void whatAnEarlierVersionStoredAndCountedIsNoDrift() throws Throwable {
    count(store(60));
    RawRows.execute("UPDATE raw.usage_event SET cache_saved_nanos = NULL WHERE org_id = ?", org);
    for (String rollup : Rollups.TABLES) {
      RawRows.execute(
          "UPDATE rollup."
              + rollup
              + " SET cache_saved_nanos = 0, cache_saved_tokens = 0 WHERE org_id = ?",
          org);
    }
    assertThat(drift()).isEmpty();
  }

  @Test
  void aDriftIsToldInRequestsAndNanoDollars() throws Throwable {
    count(store(60));
    RawRows.execute(
        "UPDATE rollup.org_user_daily_usage SET cost_nanos = cost_nanos - 5, request_count = 9"
            + " WHERE (org_id, usage_date, user_id, model_name)"
            + " = (?, '2026-05-01', 'user-0', 'model-0')",
        org);

    assertThat(drift())
        .singleElement()
        .satisfies(
            drift -> {
              assertThat(drift.rollup()).isEqualTo("org_user_daily_usage");
              assertThat(drift.date()).isEqualTo(FIRST_DAY);
              assertThat(drift.rows()).isEqualTo(1);
              assertThat(drift.costNanos()).isEqualTo(BigInteger.valueOf(-5));
              assertThat(drift.absoluteCostNanos()).isEqualTo(BigInteger.valueOf(5));
            });
  }

  /** Also the places of the rows and the transactions that wrote them stay. */
  @Test
  void aRebuildOfWhatIsRightTouchesNothing() throws Throwable {
    count(store(200));
    List<String> before = rows("ctid, xmin, xmax, ");

    assertThat(rebuild()).isZero();

    assertThat(rows("ctid, xmin, xmax, ")).isEqualTo(before);
  }

  @Test
  void everythingCanBeMadeFromNothing() throws Throwable {
    count(store(200));
    List<String> before = rows("");
    for (String rollup : Rollups.TABLES) {
      RawRows.execute("DELETE FROM rollup." + rollup + " WHERE org_id = ?", org);
    }

    rebuild();

    assertThat(rows("")).isEqualTo(before);
  }

  /** What is counted while a rebuild is under way is neither lost by it nor counted twice. */
  @Test
  void eventsGoOnToBeCountedDuringARebuild() throws Throwable {
    AtomicBoolean flowing = new AtomicBoolean(true);
    CompletableFuture<Void> traffic =
        CompletableFuture.runAsync(
            () -> {
              try {
                while (flowing.get() && recorded < 3_000) {
                  count(store(7));
                }
              } catch (Throwable e) {
                throw new IllegalStateException(e);
              }
            });
    try {
      for (int i = 0; i < 20; i++) {
        RawRows.execute(
            "UPDATE rollup.org_daily_usage SET cost_nanos = cost_nanos + 1 WHERE org_id = ?", org);
        rebuild();
        assertThat(drift()).isEmpty();
      }
    } finally {
      flowing.set(false);
    }
    traffic.join();

    assertThat(drift()).isEmpty();
    assertThat(requestsOf(org)).isEqualTo(recorded);
    assertThat(recorded).isGreaterThan(50);
  }

  /**
   * The first event of a day has its partition attached while a statement of the comparison is
   * planned: it waits for a lock there, and has its list of partitions already.
   */
  @Test
  void anEventOfANewDayIsNoDriftThoughItComesWhileAComparisonIsPlanned() throws Throwable {
    count(store(10));
    LocalDate newDay = LocalDate.of(2026, 1, 1);
    DayRange wide = new DayRange(newDay, FIRST_DAY);
    try (Connection blocker = RawRows.connect()) {
      blocker.setAutoCommit(false);
      RawRows.execute(blocker, "LOCK TABLE raw.usage_event_20260501 IN ACCESS EXCLUSIVE MODE");
      CompletableFuture<List<Drift>> compared =
          reconciler.reconcile(wide).map(Reconciliation::drift).subscribeAsCompletionStage();
      Awaitility.await().until(ReconciliationIT::aReaderWaits);
      RecordedUsage first = usage(org, recorded++, newDay.atTime(12, 0).toInstant(ZoneOffset.UTC));
      RawRows.insert(List.of(first));
      count(List.of(first));
      blocker.rollback();

      assertThat(compared.get()).filteredOn(each -> each.orgId().equals(org)).isEmpty();
    }
  }

  /** A reader of all days would wait for the locked ones. */
  @Test
  void onlyTheDaysThatAreComparedAreLocked() throws Throwable {
    RecordedUsage elsewhere =
        usage(org, recorded++, FIRST_DAY.minusDays(20).atTime(12, 0).toInstant(ZoneOffset.UTC));
    RawRows.insert(List.of(elsewhere));
    count(store(20));
    try (Connection blocker = RawRows.connect()) {
      blocker.setAutoCommit(false);
      RawRows.execute(blocker, "LOCK TABLE raw.usage_event_20260411 IN ACCESS EXCLUSIVE MODE");
      assertThat(drift()).isEmpty();
      blocker.rollback();
    }
  }

  /** An event under an id of another day is found by the note of that day. */
  @Test
  void anEventWhoseKeyIsOfAnotherDayIsCompared() throws Throwable {
    count(store(20));
    RawRows.select("SELECT raw.ensure_day_partition('2024-02-29')");
    RawRows.execute(
        "UPDATE raw.usage_event SET event_key = (substr(raw.first_key_of('2024-02-29')::text, 1, 14)"
            + " || substr(event_key::text, 15))::uuid WHERE org_id = ?",
        org);
    assertThat(drift()).isNotEmpty();
    RawRows.execute(
        "INSERT INTO raw.far_day VALUES (?, '2024-02-29', '2026-05-01', '2026-05-09')", org);

    assertThat(drift()).isEmpty();
    assertThat(rebuild(true)).isZero();
  }

  private static boolean aReaderWaits() throws SQLException {
    return !RawRows.select(
            "SELECT pid FROM pg_locks WHERE NOT granted"
                + " AND relation = 'raw.usage_event_20260501'::regclass")
        .isEmpty();
  }

  /**
   * Lost messages show after an hour, can be made good, and do no harm when they come after all.
   */
  @Test
  void whatNeverCameIsMissedAndCanBeCountedAllTheSame() throws Throwable {
    count(store(50));
    List<RecordedUsage> lost = store(50);
    RawRows.execute(
        "UPDATE raw.usage_event SET recorded_at = now() - interval '2 hours' WHERE org_id = ?",
        org);
    assertThat(drift()).isNotEmpty().allMatch(each -> each.requests() < 0);
    assertThat(rebuild(false)).isZero();

    assertThat(rebuild(true)).isPositive();
    assertThat(drift()).isEmpty();

    count(lost);
    assertThat(drift()).isNotEmpty().allMatch(each -> each.requests() > 0);
    rebuild(false);
    assertThat(drift()).isEmpty();
  }

  /** Of other orgs, and of other days, messages may only be late: they are left alone. */
  @Test
  void onlyWhatTheRebuildIsOfIsCountedThoughItNeverCame() throws Throwable {
    String other = org + "-other";
    List<RecordedUsage> late = store(other, 0, 50);
    store(org, 0, 50);
    store(org, 300, 310);
    RawRows.execute(
        "UPDATE raw.usage_event SET recorded_at = now() - interval '2 hours' WHERE org_id IN (?, ?)",
        org,
        other);

    assertThat(rebuild(org, new DayRange(FIRST_DAY, FIRST_DAY), true)).isPositive();
    assertThat(rebuild(org, DAYS, false)).isZero();
    assertThat(requestsOf(org)).isEqualTo(50);

    assertThat(rebuild(other, DAYS, false)).isZero();
    count(late);
    assertThat(requestsOf(other)).isEqualTo(50);
  }

  @Test
  void daysThatAreNotCompleteAnyMoreStayAsTheyAre() throws Throwable {
    count(store(200));
    List<String> before = rows("");
    RawRows.execute(
        "DELETE FROM raw.usage_event WHERE org_id = ? AND occurred_at < '2026-05-02Z'", org);
    RawRows.execute("UPDATE raw.retention_edge SET complete_from = '2026-05-02'");
    try {
      assertThat(drift()).isEmpty();
      assertThat(rebuild()).isZero();
    } finally {
      RawRows.execute("UPDATE raw.retention_edge SET complete_from = '1970-01-01'");
    }

    assertThat(rows("")).isEqualTo(before);
    assertThat(drift()).isNotEmpty();
  }

  private List<RecordedUsage> store(int count) throws SQLException {
    List<RecordedUsage> usages = store(org, recorded, recorded + count);
    recorded += count;
    return usages;
  }

  private static List<RecordedUsage> store(String of, int from, int to) throws SQLException {
    List<RecordedUsage> usages = IntStream.range(from, to).mapToObj(id -> usage(of, id)).toList();
    RawRows.insert(usages);
    return usages;
  }

  private static int requestsOf(String of) throws SQLException {
    return (int)
        RawRows.select(
                "SELECT sum(request_count)::integer FROM rollup.org_daily_usage WHERE org_id = ?",
                of)
            .get(0);
  }

  private void count(List<RecordedUsage> usages) throws Throwable {
    List<Message> messages = new ArrayList<>();
    for (RecordedUsage usage : usages) {
      messages.add(new Message(0, usage.source().orElseThrow().offset(), usage));
    }
    long next = messages.get(messages.size() - 1).offset() + 1;
    await(() -> aggregator.aggregate(new RecordedBatch(topic, messages, Map.of(0, next))));
  }

  private List<Drift> drift() throws Throwable {
    return await(() -> reconciler.reconcile(DAYS)).drift().stream()
        .filter(drift -> drift.orgId().equals(org))
        .toList();
  }

  private long rebuild() throws Throwable {
    return rebuild(false);
  }

  /** How many rows it changed. */
  private long rebuild(boolean countsOverdue) throws Throwable {
    return rebuild(org, DAYS, countsOverdue);
  }

  private long rebuild(String of, DayRange days, boolean countsOverdue) throws Throwable {
    RebuildRun.Order order = new RebuildRun.Order("a test", of, days, countsOverdue);
    UUID id = await(() -> rebuild.request(order)).id();
    while (await(() -> runs.byId(id)).orElseThrow().finishedAt().isEmpty()) {
      await(rebuild::step);
    }
    return await(() -> runs.byId(id)).orElseThrow().rowsChanged();
  }

  private static <T> T await(Supplier<Uni<T>> work) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(work);
  }

  private List<String> rows(String more) throws SQLException {
    List<String> rows = new ArrayList<>();
    for (String rollup : Rollups.TABLES) {
      String sql = "SELECT (%sr)::text FROM rollup.%s r WHERE org_id = ? ORDER BY 1";
      for (Object row : RawRows.select(sql.formatted(more, rollup), org)) {
        rows.add(rollup + " " + row);
      }
    }
    return rows;
  }
}
