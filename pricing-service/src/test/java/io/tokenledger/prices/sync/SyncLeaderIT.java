package io.tokenledger.prices.sync;

import static io.tokenledger.prices.support.Feed.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.PriceBookService;
import io.tokenledger.prices.PriceDraft;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.support.Feed;
import io.tokenledger.prices.support.FeedServer;
import io.tokenledger.prices.support.Prices;
import io.tokenledger.prices.sync.plan.SyncCounts;
import io.tokenledger.prices.sync.plan.SyncDifference;
import io.tokenledger.prices.sync.plan.SyncFailure;
import io.tokenledger.prices.sync.plan.SyncPlan;
import io.tokenledger.prices.sync.postgres.PostgresSyncRuns;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who runs, when several replicas would. All they share is PostgreSQL, as replicas do. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
@WithTestResource(FeedServer.class)
class SyncLeaderIT {

  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration LEASE = Duration.ofMinutes(1);

  // Quarkus makes the test itself: there is no constructor to inject into.
  @Inject PriceSync sync;
  @Inject PostgresSyncRuns runs;
  @Inject PriceBookService prices;

  @BeforeEach
  void longAgo() throws SQLException {
    execute(
        "UPDATE pricing.sync_run SET status = 'failed', reason = 'test', finished_at = now()"
            + " WHERE status = 'running'");
    execute("UPDATE pricing.sync_run SET started_at = started_at - interval '1 day'");
  }

  @Test
  void ofManyReplicasOneRunsWhatIsDue() {
    Feed.lists(model("leader/m", "1"));
    List<Optional<SyncRun>> outcomes =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> await(() -> sync.syncIfDue(PriceSource.OPENROUTER, EVERY)))
            .toList();
    assertThat(outcomes.stream().flatMap(Optional::stream))
        .singleElement()
        .satisfies(run -> assertThat(run.startedBy()).isEqualTo("schedule"));
    assertThat(await(() -> sync.syncIfDue(PriceSource.OPENROUTER, EVERY))).isEmpty();
  }

  @Test
  void itIsDueAgainAfterTheTimeHoweverTheLastRunEnded() throws SQLException {
    Feed.answers("openrouter", 500, "application/json", "{}");
    assertThat(await(() -> sync.syncIfDue(PriceSource.OPENROUTER, EVERY)))
        .hasValueSatisfying(run -> assertThat(run.status()).isEqualTo(SyncRun.Status.FAILED));
    assertThat(await(() -> sync.syncIfDue(PriceSource.OPENROUTER, EVERY))).isEmpty();
    execute("UPDATE pricing.sync_run SET started_at = started_at - interval '61 minutes'");
    assertThat(await(() -> sync.syncIfDue(PriceSource.OPENROUTER, EVERY))).isPresent();
  }

  @Test
  void aRunOnDemandIsNoReasonToLeaveTheScheduledOneOut() {
    Feed.lists(model("leader/m", "1"));
    await(() -> sync.sync(PriceSource.OPENROUTER, false, "olga"));
    assertThat(await(() -> sync.syncIfDue(PriceSource.OPENROUTER, EVERY))).isPresent();
  }

  @Test
  void whileOneRunsNobodyElseBegins() {
    SyncRun running = await(() -> runs.begin(start(LEASE))).orElseThrow();
    assertThat(await(() -> runs.begin(start(LEASE)))).isEmpty();
    assertThat(await(() -> sync.syncIfDue(PriceSource.OPENROUTER, EVERY))).isEmpty();
    assertThat(
            await(
                () ->
                    runs.begin(
                        new SyncStart(
                            PriceSource.LITELLM, "olga", true, Optional.empty(), Duration.ZERO))))
        .isPresent();
    await(() -> runs.fail(running.id(), SyncFailure.UNREACHABLE, "gone"));
    assertThat(await(() -> runs.begin(start(LEASE)))).isPresent();
  }

  @Test
  void aDeadReplicasRunIsTakenOverAndCanRecordNothingAnyMore() throws SQLException {
    SyncRun dead = await(() -> runs.begin(start(LEASE))).orElseThrow();
    execute("UPDATE pricing.sync_run SET lease_until = now() - interval '1 second'");
    Feed.lists(model("leader/m", "1"));
    assertThat(await(() -> sync.syncIfDue(PriceSource.OPENROUTER, EVERY))).isPresent();
    assertThat(await(() -> runs.find(dead.id())).orElseThrow().reason()).isEqualTo("interrupted");

    long version = prices.book().version();
    assertThatThrownBy(() -> await(() -> runs.finish(dead.id(), basis -> addsOne())))
        .hasMessageContaining("declared dead");
    await(prices::refresh);
    assertThat(prices.book().version()).isEqualTo(version);
    SyncRun after = await(() -> runs.fail(dead.id(), SyncFailure.TIMEOUT, "late"));
    assertThat(after.reason()).isEqualTo("interrupted");
  }

  @Test
  void aRunThatItsReplicaLeftOpenCountsAsNotRun() throws SQLException {
    await(() -> runs.begin(scheduled())).orElseThrow();
    execute("UPDATE pricing.sync_run SET lease_until = now() - interval '1 second'");
    assertThat(await(() -> runs.begin(scheduled()))).isPresent();
  }

  private static SyncStart start(Duration lease) {
    return new SyncStart(PriceSource.OPENROUTER, "olga", false, Optional.empty(), lease);
  }

  private static SyncStart scheduled() {
    return new SyncStart(PriceSource.OPENROUTER, "schedule", false, Optional.of(EVERY), LEASE);
  }

  private static SyncPlan addsOne() {
    PriceDraft draft =
        PriceDraft.fromList(
            Prices.version("openrouter", "dead/m", 0, "{'input':'1'}"), Instant.EPOCH);
    return new SyncPlan(List.of(draft), List.of(), List.of(), SyncCounts.NONE, SyncDifference.NONE);
  }

  private static <T> T await(Supplier<Uni<T>> step) {
    try {
      return VertxContextSupport.subscribeAndAwait(step);
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                LedgerServers.jdbcUrl(), LedgerServers.superuser(), LedgerServers.PASSWORD);
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
