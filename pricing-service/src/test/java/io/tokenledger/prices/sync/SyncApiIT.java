package io.tokenledger.prices.sync;

import static io.restassured.RestAssured.given;
import static io.tokenledger.prices.support.Feed.model;
import static io.tokenledger.prices.support.PricesClient.ROOT;
import static io.tokenledger.prices.support.PricesClient.as;
import static io.tokenledger.prices.support.SyncClient.get;
import static io.tokenledger.prices.support.SyncClient.post;
import static io.tokenledger.prices.support.SyncClient.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.tokenledger.prices.support.Feed;
import io.tokenledger.prices.support.FeedServer;
import io.tokenledger.prices.support.PricesClient;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters, pages, access and metrics of the sync. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
@WithTestResource(FeedServer.class)
class SyncApiIT {

  // Quarkus makes the test itself: there is no constructor to inject into.
  @Inject PriceSyncSchedule schedule;

  @Test
  void runsComePageByPageTheNewestFirst() {
    Feed.lists(model("page/m", "1"));
    int first = sync().getInt("id");
    int second = sync().getInt("id");
    JsonPath page = get("/v1/sync/runs?limit=1");
    assertThat(page.getInt("runs[0].id")).isEqualTo(second);
    assertThat(page.getMap("runs[0]")).doesNotContainKey("difference");
    JsonPath next = get("/v1/sync/runs?limit=1&cursor=" + page.getString("nextCursor"));
    assertThat(next.getInt("runs[0].id")).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "POST | /v1/sync/openrouter?dryRun=yes     |                 | 400 | dryRun",
        "POST | /v1/sync/openrouter                | {'dryRun':1}    | 400 | dryRun",
        "POST | /v1/sync/openrouter                | {'dry':true}    | 400 | 'dry' is unknown",
        "POST | /v1/sync/openrouter                | [               | 400 | not valid JSON",
        "POST | /v1/sync/nobody                    |                 | 404 | openrouter",
        "GET  | /v1/sync/runs?limit=0              |                 | 400 | limit",
        "GET  | /v1/sync/runs?limit=501            |                 | 400 | limit",
        "GET  | /v1/sync/runs?cursor=x             |                 | 400 | cursor",
        "GET  | /v1/sync/runs?source=nobody        |                 | 400 | source",
        "GET  | /v1/sync/runs/x                    |                 | 400 | id",
        "GET  | /v1/sync/runs/999999999            |                 | 404 | 999999999",
        "GET  | /v1/sync/quarantine?status=open    |                 | 400 | status",
        "POST | /v1/sync/quarantine/999999/approve |                 | 404 | 999999",
        "POST | /v1/sync/quarantine/1/approve      | {'note':7}      | 400 | note"
      })
  void whatIsMalformedIsNamed(String method, String path, String body, int status, String detail) {
    Response answer =
        body == null
            ? as(ROOT).request(method, path)
            : as(ROOT)
                .contentType("application/json")
                .body(body.replace('\'', '"'))
                .request(method, path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.jsonPath().getString("detail")).contains(detail);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/sync/openrouter, 200",
    "GET, /v1/sync/runs, 200",
    "GET, /v1/sync/quarantine, 200",
    "POST, /v1/sync/quarantine/999999/approve, 403",
    "POST, /v1/sync/quarantine/999999/reject, 403"
  })
  void theScopeMaySyncButNotDecide(String method, String path, int withScope) {
    Feed.lists(model("scope/m", "1"));
    String scope = TestTokens.token("cron", "prices:sync");
    assertThat(as(scope).request(method, path).statusCode()).isEqualTo(withScope);
    for (String other :
        new String[] {PricesClient.SERVICE, PricesClient.ADMIN, PricesClient.STRANGER}) {
      assertThat(as(other).request(method, path).statusCode()).isEqualTo(403);
    }
    assertThat(given().request(method, path).statusCode()).isEqualTo(401);
  }

  @Test
  void metricsTellSuccessAndFailurePerSource() {
    Feed.answers("openrouter", 500, "application/json", "{}");
    post("/v1/sync/openrouter");
    Feed.lists(model("metric/m", "1"));
    sync();
    // The schedule looks by itself, too, and may have seen what was before.
    await().atMost(Duration.ofSeconds(10)).untilAsserted(this::assertTold);
  }

  private void assertTold() throws Throwable {
    VertxContextSupport.subscribeAndAwait(schedule::look);
    assertThat(given().get(metrics()).asString())
        .containsPattern("tokenledger_price_sync_failures_total\\{.*source=\"openrouter\".*} [1-9]")
        .containsPattern(
            "tokenledger_price_sync_success_timestamp_seconds\\{.*source=\"openrouter\".*} 1\\.")
        .containsPattern(
            "tokenledger_price_sync_success_timestamp_seconds\\{.*source=\"litellm\".*} NaN")
        .containsPattern("tokenledger_price_sync_quarantined\\{.*source=\"openrouter\".*} \\d");
  }

  private static String metrics() {
    String base = ConfigProvider.getConfig().getValue("test.management.url", String.class);
    return base.replaceAll("(/q)?/?$", "") + "/metrics";
  }
}
