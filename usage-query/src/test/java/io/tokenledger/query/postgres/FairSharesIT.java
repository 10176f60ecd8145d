package io.tokenledger.query.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one org asks for at once neither stops nor slows what others ask for. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class FairSharesIT {

  /** More than run and wait for an org. */
  private static final int AT_ONCE = 80;

  @BeforeAll
  static void orgs() {
    TestLedger.migrate();
    TestLedger.member("fair-evil", "fair-eve", "owner");
    TestLedger.member("fair-good", "fair-ann", "owner");
  }

  @Test
  void theHeavyReportsOfOneOrgLeaveConnectionsToTheOthers() throws SQLException {
    ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
    List<CompletableFuture<Api.Answer>> heavy = new ArrayList<>();
    try (Connection locker = TestLedger.connectAs(LedgerServers.superuser());
        Statement lock = locker.createStatement()) {
      locker.setAutoCommit(false);
      lock.execute("LOCK TABLE rollup.org_tag_daily_usage IN ACCESS EXCLUSIVE MODE");
      for (int i = 0; i < AT_ONCE; i++) {
        heavy.add(CompletableFuture.supplyAsync(FairSharesIT::heavy, clients));
      }
      CompletableFuture.anyOf(heavy.toArray(CompletableFuture[]::new)).join();
      Instant asked = Instant.now();
      Api.Answer other = Api.get("/orgs/fair-good/analytics/usage", TestTokens.token("fair-ann"));
      assertThat(other.status()).as(other.body()).isEqualTo(200);
      assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }
    List<Api.Answer> answers = heavy.stream().map(CompletableFuture::join).toList();
    clients.shutdown();
    assertThat(answers).extracting(Api.Answer::status).containsOnly(200, 429);
    Api.Answer refused = answers.stream().filter(each -> each.status() == 429).findAny().get();
    assertThat(refused.json().path("code").asText()).isEqualTo("too_many_requests");
    assertThat(refused.json().path("detail").asText()).contains("org");
    assertThat(refused.header("Retry-After")).matches("[1-9][0-9]*");
    assertThat(heavy().status()).isEqualTo(200);
  }

  private static Api.Answer heavy() {
    return Api.get("/orgs/fair-evil/analytics/tags/k?value=v", TestTokens.token("fair-eve"));
  }
}
