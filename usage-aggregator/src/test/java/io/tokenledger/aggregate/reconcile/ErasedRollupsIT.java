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
import io.tokenledger.aggregate.support.Erasures;
import io.tokenledger.aggregate.support.RawRows;
import io.tokenledger.events.recorded.Recorded;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While users are erased in chunks, rollups and raw events stay equal and can be rebuilt. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class ErasedRollupsIT {

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 5, 1);
  private static final DayRange DAYS = new DayRange(FIRST_DAY, FIRST_DAY.plusDays(3));
  private static final Instant UNTIL = Instant.parse("2026-05-04T00:00:00Z");

  /** Every counter of the rows, so that a column that was forgotten shows. */
  private static final String SUMS =
      """
      SELECT jsonb_object_agg(key, total)::text FROM (
        SELECT c.key, sum(CASE jsonb_typeof(c.value) WHEN 'number' THEN (c.value #>> '{}')::numeric
          ELSE (SELECT sum(b::numeric) FROM jsonb_array_elements_text(c.value) AS b) END) AS total
        FROM rollup.%s AS r, jsonb_each(to_jsonb(r)) AS c
        WHERE r.org_id = ? AND jsonb_typeof(c.value) IN ('number', 'array') GROUP BY c.key) AS sums""";

  private final String org = "org-" + UUID.randomUUID();
  private final UUID topic = UUID.randomUUID();
  private Erasures erasures;

  @Inject UsageAggregator aggregator;
  @Inject RollupReconciler reconciler;
  @Inject RollupRebuild rebuild;
  @Inject PostgresRebuildRuns runs;

  @BeforeAll
  static void rawEvents() {
    RawRows.migrate();
  }

  /** Of 240 events every third is of user-1; the last 120 are counted after the note. */
  @BeforeEach
  void eventsOfBeforeAndAfterTheNote() throws Throwable {
    erasures = new Erasures(org);
    store(0, 120);
    count(0, 120);
    erasures.requestEverywhere("user-1", UNTIL);
    store(120, 240);
    count(120, 240);
  }

  @AfterEach
  void close() throws SQLException {
    erasures.close();
  }

  /** Each chunk is tried, lost, and done: what a crash before its commit leaves. */
  @Test
  void aCrashBetweenChunksLosesAndDoublesNothing() throws Throwable {
    List<String> before = sums();
    int steps = 0;
    while (!erasures.isFinished()) {
      erasures.crashInStep(3);
      erasures.step(3);
      assertThat(drift()).as("after %d chunks", ++steps).isEmpty();
      assertThat(sums()).isEqualTo(before);
    }

    assertThat(steps).isGreaterThan(3);
    assertThat(erasures.users()).containsExactly("erased-1", "user-0", "user-2");
    assertThat(drift()).isEmpty();
    assertThat(sums()).isEqualTo(before);
    erasures.finishRaw();
    assertThat(drift()).as("with the raw events rewritten, too").isEmpty();
  }

  @Test
  void aRebuildInTheMiddleChangesNothingThatIsRight() throws Throwable {
    List<String> before = sums();
    erasures.step(3);
    erasures.step(3);
    RawRows.execute(
        "UPDATE rollup.org_user_daily_usage SET cost_nanos = cost_nanos + 5"
            + " WHERE org_id = ? AND user_id IN ('user-1', 'erased-1')",
        org);

    rebuild();
    assertThat(sums()).isEqualTo(before);
    assertThat(drift()).isEmpty();
    assertThat(erasures.users()).as("a rebuild goes before").doesNotContain("user-1");

    erasures.finish();
    erasures.finishRaw();
    assertThat(sums()).isEqualTo(before);
    assertThat(drift()).isEmpty();
  }

  /** Held up so long that the user came back: what they did since is theirs again. */
  @Test
  void whoeverComesBackBeforeTheChunksIsPartedFromThePseudonym() throws Throwable {
    RecordedUsage later = usage(org, 1_000, UNTIL.plusSeconds(60));
    assertThat(later.call().userId()).isEqualTo("user-1");
    RawRows.insert(List.of(later));
    count(List.of(later));

    erasures.finish();
    while (await(rebuild::step)) {
      // The conversation went on after the user came back, and is made again.
    }

    assertThat(
            await(() -> reconciler.reconcile(new DayRange(FIRST_DAY, FIRST_DAY.plusDays(5))))
                .drift())
        .filteredOn(drift -> drift.orgId().equals(org))
        .isEmpty();
    assertThat(erasures.users()).contains("erased-1", "user-1");
    erasures.finishRaw();
    assertThat(
            RawRows.select(
                "SELECT count(*)::integer FROM raw.usage_event WHERE org_id = ? AND user_id = 'user-1'",
                org))
        .containsExactly(1);
  }

  private List<String> sums() throws SQLException {
    List<String> sums = new ArrayList<>();
    for (String rollup : List.of("org_user_daily_usage", "conversation_usage")) {
      RawRows.select(SUMS.formatted(rollup), org).forEach(row -> sums.add(row.toString()));
    }
    return sums;
  }

  private void store(int from, int to) throws SQLException {
    RawRows.insert(IntStream.range(from, to).mapToObj(id -> usage(org, id)).toList());
  }

  private void count(int from, int to) throws Throwable {
    count(IntStream.range(from, to).mapToObj(id -> usage(org, id)).toList());
  }

  private void count(List<? extends Recorded> usages) throws Throwable {
    List<Message> messages = new ArrayList<>();
    for (Recorded usage : usages) {
      long offset = ((RecordedUsage) usage).source().orElseThrow().offset();
      messages.add(new Message(0, offset, usage));
    }
    long next = messages.get(messages.size() - 1).offset() + 1;
    await(() -> aggregator.aggregate(new RecordedBatch(topic, messages, Map.of(0, next))));
  }

  private List<Drift> drift() throws Throwable {
    return await(() -> reconciler.reconcile(DAYS)).drift().stream()
        .filter(drift -> drift.orgId().equals(org))
        .toList();
  }

  private void rebuild() throws Throwable {
    RebuildRun.Order order = new RebuildRun.Order("a test", org, DAYS, false);
    UUID id = await(() -> rebuild.request(order)).id();
    while (await(() -> runs.byId(id)).orElseThrow().finishedAt().isEmpty()) {
      await(rebuild::step);
    }
  }

  private static <T> T await(Supplier<Uni<T>> work) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(work);
  }
}
