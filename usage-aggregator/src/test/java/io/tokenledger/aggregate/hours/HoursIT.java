package io.tokenledger.aggregate.hours;

import static io.tokenledger.aggregate.support.Usages.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.tokenledger.aggregate.RecordedBatch;
import io.tokenledger.aggregate.RecordedBatch.Message;
import io.tokenledger.aggregate.UsageAggregator;
import io.tokenledger.aggregate.reconcile.DayRange;
import io.tokenledger.aggregate.reconcile.Drift;
import io.tokenledger.aggregate.reconcile.RebuildRun;
import io.tokenledger.aggregate.reconcile.RollupRebuild;
import io.tokenledger.aggregate.reconcile.RollupReconciler;
import io.tokenledger.aggregate.support.RawRows;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hours follow from quarters, whatever becomes of these. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class HoursIT {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 11);
  private static final DayRange DAYS = new DayRange(DAY, DAY.plusDays(1));

  private final String org = "org-" + UUID.randomUUID();
  private final UUID topic = UUID.randomUUID();
  private int recorded;

  @Inject UsageAggregator aggregator;
  @Inject PostgresHours hours;
  @Inject RollupReconciler reconciler;
  @Inject RollupRebuild rebuild;

  @BeforeAll
  static void rawEvents() {
    RawRows.migrate();
  }

  @Test
  void hoursAreSumsOfQuartersAlsoAfterALateEvent() throws Throwable {
    count(300);
    assertThat(unsettled()).isPositive();
    settle();
    assertThat(unsettled()).isZero();
    assertThat(requests("org_hours_usage WHERE hours = 1 AND")).isEqualTo(300);
    assertThat(requests("org_hours_usage WHERE hours = 6 AND")).isEqualTo(300);
    assertThat(drift()).isEmpty();

    count(7);
    assertThat(unsettled()).isPositive();
    assertThat(drift()).isEmpty();
    settle();
    assertThat(unsettled()).isZero();
    assertThat(requests("org_hours_usage WHERE hours = 6 AND")).isEqualTo(307);
    assertThat(drift()).isEmpty();
  }

  @Test
  void whateverChangesAQuarterUnsettlesItsDay() throws Throwable {
    for (String change :
        List.of(
            "UPDATE rollup.org_quarter_hour_usage SET cost_nanos = cost_nanos + 1 WHERE org_id = ?",
            "DELETE FROM rollup.org_quarter_hour_usage WHERE org_id = ?")) {
      count(5);
      settle();
      RawRows.execute(change, org);
      assertThat(unsettled()).as(change).isPositive();
    }
  }

  @Test
  void wrongHoursAreADriftAndARebuildHasThemSettledAgain() throws Throwable {
    count(50);
    settle();
    for (String change :
        List.of(
            "UPDATE rollup.org_hours_usage SET cost_nanos = cost_nanos + 5 WHERE org_id = ?",
            "UPDATE rollup.org_hours_usage SET duration_buckets[3] = 77 WHERE org_id = ?",
            "DELETE FROM rollup.org_hours_usage WHERE org_id = ? AND hours = 6")) {
      int changed = RawRows.execute(change, org);
      assertThat(drift())
          .isNotEmpty()
          .allMatch(found -> found.rollup().equals("org_hours_usage"))
          .allMatch(found -> found.date().equals(DAY));
      assertThat(drift().stream().mapToLong(Drift::rows).sum()).isEqualTo(changed);

      await(() -> rebuild.request(new RebuildRun.Order("a test", org, DAYS, false)));
      while (await(rebuild::step)) {
        // The next step.
      }
      assertThat(unsettled()).isPositive();
      settle();
      assertThat(drift()).isEmpty();
      assertThat(requests("org_hours_usage WHERE hours = 6 AND")).isEqualTo(50);
    }
  }

  /** Or what is counted meanwhile would be in the quarters, and never in the hours. */
  @Test
  void whoeverChangesADayWaitsForItsSettling() throws Throwable {
    count(5);
    try (Connection settling = RawRows.connect()) {
      settling.setAutoCommit(false);
      String day = " WHERE org_id = ? AND usage_date = ?";
      RawRows.execute(settling, "UPDATE rollup.org_hours_day SET settled = true" + day, org, DAY);
      CompletableFuture<Void> counted = CompletableFuture.runAsync(this::countOne);
      Awaitility.await().until(HoursIT::somebodyWaits);
      settling.commit();
      counted.join();
    }
    assertThat(unsettled()).isEqualTo(1);
  }

  @Test
  void quartersThatAreFullDoNotStopSettling() throws Throwable {
    count(5);
    String full = "9223372036854775800";
    RawRows.execute(
        "UPDATE rollup.org_quarter_hour_usage SET input_tokens = %1$s, duration_buckets[3] = %1$s"
                .formatted(full)
            + " WHERE org_id = ?",
        org);
    settle();
    assertThat(unsettled()).isZero();
  }

  @Test
  void aDayThatIsNotOverIsNotSettled() throws Throwable {
    countAt(Instant.now());
    settle();
    assertThat(unsettled()).isEqualTo(1);
  }

  private void countOne() {
    try {
      count(1);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean somebodyWaits() throws SQLException {
    return !RawRows.select(
            "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                + " AND query LIKE '%org_quarter_hour_usage%' AND pid <> pg_backend_pid()")
        .isEmpty();
  }

  /** Over all of the day. */
  private void count(int events) throws Throwable {
    Instant start = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    countAt(
        IntStream.range(0, events)
            .mapToObj(i -> start.plusSeconds(86_399L * (i + 1) / (events + 1)))
            .toArray(Instant[]::new));
  }

  private void countAt(Instant... times) throws Throwable {
    List<RecordedUsage> usages = new ArrayList<>();
    List<Message> messages = new ArrayList<>();
    for (Instant time : times) {
      RecordedUsage usage = usage(org, recorded++, time);
      usages.add(usage);
      messages.add(new Message(0, usage.source().orElseThrow().offset(), usage));
    }
    RawRows.insert(usages);
    Map<Integer, Long> after = Map.of(0, messages.get(messages.size() - 1).offset() + 1);
    await(() -> aggregator.aggregate(new RecordedBatch(topic, messages, after)));
  }

  private void settle() throws Throwable {
    while (await(() -> hours.settle(50)) > 0) {
      // The next days.
    }
  }

  private long unsettled() throws SQLException {
    return (long)
        RawRows.select(
                "SELECT count(*) FROM rollup.org_hours_day WHERE NOT settled AND org_id = ?", org)
            .get(0);
  }

  private long requests(String from) throws SQLException {
    String sql = "SELECT sum(request_count)::bigint FROM rollup." + from + " org_id = ?";
    return (long) RawRows.select(sql, org).get(0);
  }

  private List<Drift> drift() throws Throwable {
    return await(() -> reconciler.reconcile(DAYS)).drift().stream()
        .filter(found -> found.orgId().equals(org))
        .toList();
  }

  private static <T> T await(Supplier<Uni<T>> work) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(work);
  }
}
