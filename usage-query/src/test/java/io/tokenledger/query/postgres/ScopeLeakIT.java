package io.tokenledger.query.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The scope of one request never reaches another over the pooled connections. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class ScopeLeakIT {

  private static final String ALL_ORGS =
      "SELECT DISTINCT org_id FROM rollup.org_daily_usage WHERE org_id LIKE 'leak-%'";
  private static final String FAILS =
      "SELECT 1 / (count(*) - count(*)) FROM rollup.org_daily_usage";
  private static final int REQUESTS = 10_000;
  private static final int CONCURRENCY = 64;

  @Inject ScopedReads reads;
  @Inject Pool pool;

  @BeforeAll
  static void twoTenants() {
    TestLedger.migrate();
    LedgerRows.daily("leak-0", "2026-03-01", Map.of());
    LedgerRows.daily("leak-1", "2026-03-01", Map.of());
  }

  /** Some requests fail midway and some read without a scope, between those of two tenants. */
  @Test
  void interleavedRequestsSeeTheirOwnOrgOnly() throws Throwable {
    List<String> wrong =
        VertxContextSupport.subscribeAndAwait(
            () ->
                Multi.createFrom()
                    .range(0, REQUESTS)
                    .onItem()
                    .transformToUni(this::request)
                    .merge(CONCURRENCY)
                    .filter(problem -> !problem.isEmpty())
                    .collect()
                    .asList());
    assertThat(wrong).isEmpty();
  }

  @Test
  void aFailedReadFailsTheRequestAndLeavesTheConnectionClean() throws Throwable {
    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(this::failing))
          .isInstanceOf(Exception.class);
      assertThat(VertxContextSupport.subscribeAndAwait(this::unscoped)).isEmpty();
    }
  }

  private Uni<String> request(int number) {
    return switch (number % 4) {
      case 0 -> unscoped().map(seen -> seen.isEmpty() ? "" : "unscoped saw " + seen);
      case 1 -> failing().replaceWith("did not fail").onFailure().recoverWithItem("");
      case 2 -> scoped("leak-0");
      default -> scoped("leak-1");
    };
  }

  private Uni<String> scoped(String org) {
    return reads
        .run(scopeOf(org), new ScopedReads.Read(ALL_ORGS, Tuple.tuple()))
        .map(answers -> orgsIn(answers.get(0)))
        .map(seen -> seen.equals(Set.of(org)) ? "" : org + " saw " + seen);
  }

  private Uni<List<RowSet<Row>>> failing() {
    return reads.run(scopeOf("leak-0"), new ScopedReads.Read(FAILS, Tuple.tuple()));
  }

  private Uni<Set<String>> unscoped() {
    return pool.preparedQuery(ALL_ORGS).execute().map(ScopeLeakIT::orgsIn);
  }

  private static AccessScope scopeOf(String org) {
    return AccessScope.ofWholeOrgs(Set.of(org));
  }

  private static Set<String> orgsIn(RowSet<Row> rows) {
    Set<String> orgs = new HashSet<>();
    rows.forEach(row -> orgs.add(row.getString("org_id")));
    return orgs;
  }
}
