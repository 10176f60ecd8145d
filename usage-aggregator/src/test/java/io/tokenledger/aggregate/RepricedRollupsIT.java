package io.tokenledger.aggregate;

import static io.tokenledger.aggregate.support.Usages.adjustment;
import static io.tokenledger.aggregate.support.Usages.costing;
import static io.tokenledger.aggregate.support.Usages.revision;
import static io.tokenledger.aggregate.support.Usages.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.tokenledger.aggregate.RecordedBatch.Message;
import io.tokenledger.aggregate.reconcile.DayRange;
import io.tokenledger.aggregate.reconcile.Drift;
import io.tokenledger.aggregate.reconcile.PostgresRebuildRuns;
import io.tokenledger.aggregate.reconcile.RebuildRun;
import io.tokenledger.aggregate.reconcile.RollupRebuild;
import io.tokenledger.aggregate.reconcile.RollupReconciler;
import io.tokenledger.aggregate.support.RawRows;
import io.tokenledger.aggregate.support.SchemaCopies;
import io.tokenledger.events.recorded.CostAdjustment;
import io.tokenledger.events.recorded.Recorded;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.RevisedUsage;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Raw events that got another cost, and rollups that hear of it later, in parts and repeatedly. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class RepricedRollupsIT {

  private static final int EVENTS = 60;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 5, 1);
  private static final DayRange DAYS = new DayRange(FIRST_DAY, FIRST_DAY.plusDays(3));

  private static final String REPRICE =
      """
      WITH made AS (
        INSERT INTO raw.cost_adjustment (id, org_id, sequence, event_key, run_id, cost_nanos_before,
          cost_nanos_after, cost_status_before, cost_status_after, price_version_before,
          price_version_after, unpriced_requests_delta, cache_saved_nanos_delta,
          cache_saved_tokens_delta)
        SELECT '%6$s', org_id, %1$d, event_key, gen_random_uuid(), cost_nanos, cost_nanos + %2$d, cost_status,
          'priced', price_version, 'v2', %3$d, %7$d, %8$d
        FROM raw.usage_event WHERE org_id = '%4$s' AND event_id = '%5$s'),
      numbered AS (
        INSERT INTO raw.adjusted_org VALUES ('%4$s', %1$d)
        ON CONFLICT (org_id) DO UPDATE SET last_sequence = EXCLUDED.last_sequence)
      UPDATE raw.usage_event SET cost_nanos = cost_nanos + %2$d, cost_status = 'priced',
        price_version = 'v2', cache_saved_nanos = coalesce(cache_saved_nanos, 0) + %7$d
      WHERE org_id = '%4$s' AND event_id = '%5$s'""";

  private static final String REVISE =
      """
      WITH kept AS (
        INSERT INTO raw.event_revision
        SELECT (jsonb_populate_record(NULL::raw.event_revision,
          to_jsonb(e) || '{"pending": false, "looked_at": "2026-05-01"}')).*
        FROM raw.usage_event e WHERE org_id = '%2$s' AND event_id = '%3$s'),
      made AS (
        INSERT INTO raw.cost_adjustment (id, org_id, sequence, event_key, revision_before,
          revision_after, cost_nanos_before, cost_nanos_after, cost_status_before,
          cost_status_after, price_version_before, price_version_after, unpriced_requests_delta)
        SELECT '%1$s', org_id, 1, event_key, 0, 1, cost_nanos, 5, cost_status, 'priced',
          price_version, 'v2', 0
        FROM raw.usage_event WHERE org_id = '%2$s' AND event_id = '%3$s'),
      numbered AS (INSERT INTO raw.adjusted_org VALUES ('%2$s', 1))
      UPDATE raw.usage_event SET revision = 1, cost_nanos = 5, price_version = 'v2',
        cache_saved_nanos = 1
      WHERE org_id = '%2$s' AND event_id = '%3$s'""";

  private final String org = "org-" + UUID.randomUUID();
  private final UUID topic = UUID.randomUUID();
  private long nextOffset;

  @Inject UsageAggregator aggregator;
  @Inject RollupReconciler reconciler;
  @Inject RollupRebuild rebuild;
  @Inject PostgresRebuildRuns runs;

  @BeforeAll
  static void rawEvents() {
    RawRows.migrate();
  }

  @BeforeEach
  void countEvents() throws Throwable {
    List<RecordedUsage> usages = IntStream.range(0, EVENTS).mapToObj(id -> usage(org, id)).toList();
    RawRows.insert(usages);
    count(usages);
  }

  @Test
  void theyAgreeWhileItGoesOnAndInTheEnd() throws Throwable {
    List<CostAdjustment> made = reprice(0, 1, 5, 10, 11, 59, 20);
    assertThat(drift()).isEmpty();

    count(made.subList(0, 3));
    assertThat(drift()).isEmpty();
    count(made.subList(1, 5));
    count(made.subList(6, 7));
    assertThat(drift()).isEmpty();
    assertThat(counted()).isEqualTo(5);

    count(made);
    count(made);
    assertThat(drift()).isEmpty();
    assertThat(counted()).isEqualTo(7);
    assertThat(number("SELECT sum(cost_nanos) FROM rollup.org_daily_usage WHERE org_id = ?"))
        .isEqualTo(number("SELECT sum(cost_nanos) FROM raw.usage_event WHERE org_id = ?"));
    assertThat(number("SELECT sum(cache_saved_nanos) FROM rollup.org_daily_usage WHERE org_id = ?"))
        .isEqualTo(number("SELECT sum(cache_saved_nanos) FROM raw.usage_event WHERE org_id = ?"));
    assertThat(number("SELECT sum(unpriced_requests) FROM rollup.org_daily_usage WHERE org_id = ?"))
        .isEqualTo(EVENTS / 5 - 4);
    assertThat(number("SELECT sum(request_count) FROM rollup.org_daily_usage WHERE org_id = ?"))
        .isEqualTo(EVENTS);
  }

  /**
   * The numbers of the lost time stand on the topic and are read again; then they are given anew.
   */
  @Test
  void afterARestoreWhatWasLostDoesNotCountAndWhatComesDoes() throws Throwable {
    count(reprice(0, 1));
    long restoredTo = nextOffset;
    try (SchemaCopies before = SchemaCopies.of(RawRows.connect(), "raw", "rollup")) {
      List<CostAdjustment> lost = repriceAfter(2, 5, 6, 10);
      count(lost);
      assertThat(counted()).isEqualTo(5);

      before.restore();
      nextOffset = restoredTo;
      count(lost);
      assertThat(drift()).isEmpty();
      assertThat(counted()).isEqualTo(2);

      List<CostAdjustment> again = repriceAfter(2, 20, 21);
      assertThat(drift()).isEmpty();
      count(again);
      assertThat(drift()).isEmpty();
      assertThat(counted()).isEqualTo(4);
    }
  }

  @Test
  void anEventMayBeRepricedTwice() throws Throwable {
    List<CostAdjustment> made = reprice(1, 1, 2, 1);
    count(made.subList(0, 2));
    assertThat(drift()).isEmpty();
    count(made.subList(2, 4));
    assertThat(drift()).isEmpty();
  }

  @Test
  void anEventIsTakenForWhatItWasUntilItsRevisionIsCounted() throws Throwable {
    RecordedUsage before = usage(org, 1);
    RevisedUsage revision = revision(before, costing(before, 5), 1);
    RawRows.execute(REVISE.formatted(revision.id().orElseThrow(), org, before.eventId()));
    assertThat(drift()).isEmpty();
    count(List.of(revision));
    assertThat(drift()).isEmpty();
    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void aRebuildMeanwhileNeitherCountsThemNorLosesThem() throws Throwable {
    List<CostAdjustment> made = reprice(0, 1, 5);
    count(made.subList(0, 1));
    assertThat(rebuild()).isZero();
    RawRows.execute("DELETE FROM rollup.org_daily_usage WHERE org_id = ?", org);
    RawRows.execute("DELETE FROM rollup.conversation_usage WHERE org_id = ?", org);
    assertThat(rebuild()).isPositive();
    assertThat(drift()).isEmpty();

    count(made.subList(1, 3));
    assertThat(drift()).isEmpty();
    assertThat(rebuild()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE rollup.counted_adjustment SET counted_through = counted_through - 1 WHERE org_id = ?",
        "UPDATE rollup.counted_adjustment SET counted_through = counted_through + 1 WHERE org_id = ?"
      })
  void oneThatIsCountedTwiceOrNotAtAllIsADrift(String mistake) throws Throwable {
    count(reprice(0, 5, 6).subList(0, 2));
    RawRows.execute(mistake, org);
    assertThat(drift()).extracting(Drift::rollup).hasSize(5).doesNotHaveDuplicates();
  }

  private List<CostAdjustment> reprice(int... ids) throws SQLException {
    return repriceAfter(0, ids);
  }

  private List<CostAdjustment> repriceAfter(long last, int... ids) throws SQLException {
    List<CostAdjustment> made = new ArrayList<>();
    for (int id : ids) {
      CostAdjustment change = adjustment(org, id, last + made.size() + 1L);
      RawRows.execute(
          REPRICE.formatted(
              change.sequence(),
              change.costNanosDelta(),
              change.unpricedRequestsDelta(),
              org,
              change.eventId(),
              change.id().orElseThrow(),
              change.cacheSavedNanosDelta(),
              change.cacheSavedTokensDelta()));
      made.add(change);
    }
    return made;
  }

  private void count(List<? extends Recorded> batch) throws Throwable {
    List<Message> messages = new ArrayList<>();
    for (Recorded each : batch) {
      messages.add(new Message(0, nextOffset++, each));
    }
    await(() -> aggregator.aggregate(new RecordedBatch(topic, messages, Map.of(0, nextOffset))));
  }

  private List<Drift> drift() throws Throwable {
    return await(() -> reconciler.reconcile(DAYS)).drift().stream()
        .filter(drift -> drift.orgId().equals(org))
        .toList();
  }

  private long rebuild() throws Throwable {
    RebuildRun.Order order = new RebuildRun.Order("a test", org, DAYS, false);
    UUID id = await(() -> rebuild.request(order)).id();
    while (await(() -> runs.byId(id)).orElseThrow().finishedAt().isEmpty()) {
      await(rebuild::step);
    }
    return await(() -> runs.byId(id)).orElseThrow().rowsChanged();
  }

  private static <T> T await(Supplier<Uni<T>> work) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(work);
  }

  private long counted() throws SQLException {
    return number("SELECT counted_through FROM rollup.counted_adjustment WHERE org_id = ?");
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = RawRows.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, org);
      ResultSet found = statement.executeQuery();
      found.next();
      return found.getLong(1);
    }
  }
}
