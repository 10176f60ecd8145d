package io.tokenledger.prices.sync;

import static io.tokenledger.prices.support.Feed.model;
import static io.tokenledger.prices.support.PricesClient.ROOT;
import static io.tokenledger.prices.support.PricesClient.as;
import static io.tokenledger.prices.support.PricesClient.put;
import static io.tokenledger.prices.support.SyncClient.assertConflict;
import static io.tokenledger.prices.support.SyncClient.get;
import static io.tokenledger.prices.support.SyncClient.inputPrice;
import static io.tokenledger.prices.support.SyncClient.post;
import static io.tokenledger.prices.support.SyncClient.sync;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.tokenledger.prices.PriceBookService;
import io.tokenledger.prices.support.Feed;
import io.tokenledger.prices.support.FeedServer;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sync does to the book, with a list served over HTTP and a real PostgreSQL. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
@WithTestResource(FeedServer.class)
class SyncIT {

  // Quarkus makes the test itself: there is no constructor to inject into.
  @Inject PriceBookService prices;

  @Test
  void aDryRunShowsTheDifferenceAndChangesNoPrice() {
    Feed.lists(model("dry/m", "1"));
    for (Response answer :
        new Response[] {
          post("/v1/sync/openrouter?dryRun=true"), post("/v1/sync/openrouter", "{'dryRun':true}")
        }) {
      JsonPath run = answer.then().statusCode(200).extract().jsonPath();
      assertThat(run.getBoolean("dryRun")).isTrue();
      assertThat(run.getList("difference.added.modelName")).contains("dry/m");
      assertThat(run.getString("difference.added.find { it.modelName == 'dry/m' }.rates[0].to"))
          .isEqualTo("1");
    }
    assertThat(as(ROOT).get("/v1/prices/openrouter/dry/m").statusCode()).isEqualTo(404);
  }

  @Test
  void aRunTakesPricesOverAndItsVersionsNameSourceAndRun() {
    Feed.lists(model("run/m", "1"));
    sync();
    Feed.lists(model("run/m", "2"));
    JsonPath run = sync();
    int id = run.getInt("id");
    assertThat(run.getInt("counts.changed")).isEqualTo(1);
    assertThat(run.getString("difference.changed[0].changes[0].component")).isEqualTo("input");
    assertThat(run.getString("difference.changed[0].changes[0].from")).isEqualTo("1");
    assertThat(run.getString("difference.changed[0].changes[0].to")).isEqualTo("2");

    JsonPath versions = get("/v1/prices/openrouter/run/m/history");
    assertThat(versions.getList("versions.rates.input")).containsExactly("2", "1");
    assertThat(versions.getString("versions[0].source")).isEqualTo("openrouter");
    assertThat(versions.getString("versions[0].recordedBy")).isEqualTo("root");
    assertThat(versions.getString("versions[0].note")).isEqualTo("Sync run " + id);
    assertThat(versions.getString("versions[1].effectiveFrom")).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(get("/v1/sync/runs/" + id).getMap("difference")).isEqualTo(run.getMap("difference"));

    assertThat(sync().getInt("counts.changed")).isZero();
  }

  @Test
  void aPriceSetByHandIsNeverOverwritten() {
    put(ROOT, "openrouter/hand/m", "{'rates':{'input':'7'}}");
    Feed.lists(model("hand/m", "8"));
    assertThat(sync().getList("difference.skipped.find { it.reason == 'manual_price' }.models"))
        .contains("openrouter/hand/m");
    assertThat(inputPrice("hand/m")).isEqualTo("7");
  }

  @Test
  void aModelThatIsGoneKeepsItsPrice() {
    Feed.lists(model("gone/m", "1"));
    sync();
    Feed.lists(model("still/m", "1"));
    sync();
    assertThat(inputPrice("gone/m")).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "500 | application/json | {'data':[]}                     | http_status",
        "302 | application/json | {'data':[]}                     | redirect",
        "200 | text/html        | <html></html>                   | content_type",
        "200 | application/json | <html></html>                   | not_json",
        "200 | application/json | {'data':[{'id':'fail/m','pri    | not_json",
        "200 | application/json | {'models':[]}                   | not_a_price_list",
        "200 | application/json | {'data':[]}                     | empty_list",
        "200 | application/json | {'data':[{'id':'fail/m','pricing':{'prompt':'1e-6','completion':'0'}}]} | list_shrunk"
      })
  void aFailedRunChangesNothingAndIsRecordedWithItsReason(
      int status, String type, String body, String reason) {
    Feed.lists(model("before/a", "1"), model("before/b", "1"));
    sync();
    long version = prices.book().version();
    Feed.answers("openrouter", status, type, body.replace('\'', '"'));
    Response failed = post("/v1/sync/openrouter");
    assertThat(failed.statusCode()).isEqualTo(502);
    assertThat(failed.contentType()).startsWith("application/problem+json");
    assertThat(failed.jsonPath().getString("detail")).contains("(" + reason + ")");
    JsonPath run = get("/v1/sync/runs?source=openrouter&limit=1");
    assertThat(run.getString("runs[0].status")).isEqualTo("failed");
    assertThat(run.getString("runs[0].reason")).isEqualTo(reason);
    assertThat(run.getString("runs[0].detail")).endsWith(".");
    assertThat(prices.book().version()).isEqualTo(version);
  }

  @Test
  void aListThatIsTooLargeIsNotReadToItsEnd() {
    Feed.answers("openrouter", 200, "application/json", " ".repeat(100_001));
    assertThat(post("/v1/sync/openrouter").jsonPath().getString("detail")).contains("(too_large)");
  }

  @Test
  void aListOfWhichTooMuchMovedIsRefused() {
    String[] ids = {"jump/a", "jump/b", "jump/c", "jump/d"};
    Feed.lists(model(ids[0], "1"), model(ids[1], "1"), model(ids[2], "1"), model(ids[3], "1"));
    sync();
    Feed.lists(model(ids[0], "9"), model(ids[1], "9"), model(ids[2], "9"), model(ids[3], "9"));
    assertThat(post("/v1/sync/openrouter").jsonPath().getString("detail"))
        .contains("(too_many_large_moves)");
    Feed.lists(model(ids[0], "1"), model(ids[1], "1"), model(ids[2], "1"), model(ids[3], "1"));
    sync();
  }

  @Test
  void aFewOfThousandsOfModelsAreNotTheWholeList() {
    Feed.answers(
        "litellm",
        200,
        "text/plain",
        "{\"m\":{\"litellm_provider\":\"shrunk\",\"input_cost_per_token\":1e-6}}");
    assertThat(post("/v1/sync/litellm").jsonPath().getString("detail")).contains("(list_shrunk)");
    assertThat(as(ROOT).get("/v1/prices/shrunk/m").statusCode()).isEqualTo(404);
  }

  @Test
  void whenTheDatabaseRefusesOneVersionNoneIsThere() throws SQLException {
    Feed.lists(model("all/a", "1"), model("all/boom", "1"), model("all/z", "1"));
    execute(
        "CREATE FUNCTION pricing.boom() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$ BEGIN RAISE EXCEPTION 'boom'; END $$",
        "CREATE TRIGGER boom BEFORE INSERT ON pricing.price_version FOR EACH ROW"
            + " WHEN (NEW.model_name = 'all/boom') EXECUTE FUNCTION pricing.boom()");
    try {
      assertThat(post("/v1/sync/openrouter").jsonPath().getString("detail"))
          .contains("(internal_error)");
      for (String model : new String[] {"all/a", "all/boom", "all/z"}) {
        assertThat(as(ROOT).get("/v1/prices/openrouter/" + model).statusCode()).isEqualTo(404);
      }
    } finally {
      execute("DROP FUNCTION pricing.boom CASCADE");
    }
    assertThat(sync().getList("difference.added.modelName")).contains("all/a", "all/z");
  }

  @Test
  void aSecondRunOfTheSameSourceIsRefusedWhileOneIsUnderWay() {
    Feed.holdsBack(model("busy/m", "1"));
    CompletableFuture<Response> first =
        CompletableFuture.supplyAsync(() -> post("/v1/sync/openrouter"));
    Awaitility.await()
        .until(() -> "running".equals(get("/v1/sync/runs?limit=1").getString("runs[0].status")));
    assertConflict(post("/v1/sync/openrouter"), "is under way");
    assertConflict(post("/v1/sync/openrouter?dryRun=true"), "is under way");
    Feed.lists(model("busy/m", "1"));
    assertThat(first.join().statusCode()).isEqualTo(200);
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                LedgerServers.jdbcUrl(), LedgerServers.superuser(), LedgerServers.PASSWORD);
        Statement sql = connection.createStatement()) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }
}
