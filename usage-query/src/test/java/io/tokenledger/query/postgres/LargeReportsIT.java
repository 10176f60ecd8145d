package io.tokenledger.query.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.RawHttp;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Of large reports one is in memory at a time, and small ones always have room beside it. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
@TestProfile(LargeReportsIT.Impatient.class)
class LargeReportsIT {

  private static final String DAY = "from=2026-03-02&to=2026-03-02";

  /** As many as a report may have; the answer is some 12 MB of JSON. */
  private static final int ROWS = 20_000;

  private static final int AT_ONCE = 16;

  private static final String END = "]}";

  /** A client has three seconds to take something, when nobody waits for its place. */
  public static class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("tokenledger.query.export-patience", "3s");
    }
  }

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    for (String org : List.of("large-evil", "large-good")) {
      TestLedger.member(org, org + "-owner", "owner");
      LedgerRows.daily(org, "2026-03-02", Map.of("model_name", "m-0"));
      TestLedger.execute(
          """
          INSERT INTO rollup.org_daily_usage
          SELECT r.* FROM rollup.org_daily_usage e
          CROSS JOIN generate_series(2, ?) AS n
          CROSS JOIN LATERAL jsonb_populate_record(e, jsonb_build_object(
            'model_name', rpad('m-' || n, 200, 'x'))) AS r
          WHERE e.org_id = ? AND e.model_name = 'm-0'""",
          ROWS,
          org);
    }
  }

  @Test
  void whoTakesNothingStopsItsOwnLargeReportsOnlyAndNotForLong() throws IOException {
    try (Socket client = request("large-evil")) {
      assertThat(client.getInputStream().read()).isEqualTo('H');
      CompletableFuture<Api.Answer> second =
          CompletableFuture.supplyAsync(() -> usage("large-evil", ""));
      await().atMost(Duration.ofSeconds(10)).until(() -> usage("large-evil", "").status() == 429);
      assertThat(usage("large-evil", "&modelName=m-0").status()).isEqualTo(200);
      assertThat(usage("large-good", "&modelName=m-0").status()).isEqualTo(200);
      assertThat(usage("large-good", "").json().path("usage")).hasSize(ROWS);
      assertThat(second.join().json().path("usage")).hasSize(ROWS);
      RawHttp.assertCutOff(client, END);
    }
  }

  @Test
  void whoTakesNothingIsCutOffThoughNobodyWaits() throws IOException {
    try (Socket client = request("large-evil")) {
      assertThat(client.getInputStream().read()).isEqualTo('H');
      Instant begun = Instant.now();
      await()
          .pollDelay(Duration.ofSeconds(4))
          .until(() -> usage("large-good", "&modelName=m-0").status() == 200);
      RawHttp.assertCutOff(client, END);
      assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }
  }

  @Test
  void whoLeavesHoldsNothing() throws IOException {
    for (int i = 0; i < 2 * AT_ONCE; i++) {
      try (Socket client = request("large-evil")) {
        assertThat(client.isConnected()).isTrue();
      }
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(usage("large-evil", "").json().path("usage")).hasSize(ROWS));
  }

  @Test
  void whoLeavesWhileWaitingHoldsNothing() throws Exception {
    try (Socket client = request("large-evil")) {
      assertThat(client.getInputStream().read()).isEqualTo('H');
      try (Socket waiting = request("large-good")) {
        await().atMost(Duration.ofSeconds(5)).until(() -> usage("large-good", "").status() == 429);
        assertThat(waiting.isConnected()).isTrue();
      }
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(usage("large-good", "").status()).isEqualTo(200));
  }

  @Test
  void ofManyAtOnceSomeAreAnsweredAndTheOthersToldToComeAgain() {
    ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
    List<CompletableFuture<Api.Answer>> large =
        IntStream.range(0, AT_ONCE)
            .mapToObj(i -> List.of("large-evil", "large-good").get(i % 2))
            .map(org -> CompletableFuture.supplyAsync(() -> usage(org, ""), clients))
            .toList();
    assertThat(usage("large-good", "&modelName=m-0").status()).isEqualTo(200);
    List<Api.Answer> answers = large.stream().map(CompletableFuture::join).toList();
    clients.shutdown();
    assertThat(answers).extracting(Api.Answer::status).contains(200, 429).containsOnly(200, 429);
    for (Api.Answer answer : answers) {
      if (answer.status() == 200) {
        assertThat(answer.json().path("usage")).hasSize(ROWS);
      } else {
        assertThat(answer.json().path("code").asText()).isEqualTo("too_many_requests");
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
      }
    }
  }

  /** A large answer right behind the upgrade is what clients stumble over. */
  @Test
  void itIsNotUpgradedToHttp2() throws IOException {
    String upgrade =
        "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAA\r\n";
    try (Socket client =
        RawHttp.get(path("large-good"), TestTokens.token("large-good-owner"), upgrade)) {
      byte[] begin = client.getInputStream().readNBytes("HTTP/1.1 200".length());
      assertThat(new String(begin, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
    }
  }

  private static Api.Answer usage(String org, String more) {
    return Api.get(path(org) + more, TestTokens.token(org + "-owner"));
  }

  private static Socket request(String org) throws IOException {
    return RawHttp.get(path(org), TestTokens.token(org + "-owner"));
  }

  private static String path(String org) {
    return "/orgs/" + org + "/analytics/usage?" + DAY;
  }
}
