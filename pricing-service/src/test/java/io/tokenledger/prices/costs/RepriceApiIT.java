package io.tokenledger.prices.costs;

import static io.restassured.RestAssured.given;
import static io.tokenledger.prices.support.PricesClient.ADMIN;
import static io.tokenledger.prices.support.PricesClient.MEMBER;
import static io.tokenledger.prices.support.PricesClient.ROOT;
import static io.tokenledger.prices.support.PricesClient.STRANGER;
import static io.tokenledger.prices.support.PricesClient.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.tokenledger.prices.support.RawEvents;
import io.tokenledger.service.testing.LedgerServers;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /v1/unpriced} and {@code /v1/reprice}. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class RepriceApiIT {

  private final String model = "m-" + UUID.randomUUID();

  @BeforeAll
  static void recordedEvents() {
    RawEvents.migrate();
  }

  @Test
  void whatHasNoPriceIsListedWithItsOrgsForThoseWhoSeeAll() {
    RawEvents.insert("acme", model, "unpriced", "2026-04-01");
    RawEvents.insert("acme", model, "unpriced", "2026-04-03");
    RawEvents.insert("globex", model, "unpriced", "2026-04-02");
    RawEvents.insert("acme", model, "partial", "2026-04-04");
    RawEvents.insert("acme", model, "priced", "2026-04-05");

    JsonPath all = as(ROOT).get("/v1/unpriced").jsonPath();
    String unpriced = "unpriced.find { it.modelName == '%s' && it.status == 'unpriced' }.";
    String found = unpriced.formatted(model);
    assertThat(all.getLong(found + "requests")).isEqualTo(6);
    assertThat(all.getLong(found + "totalTokens")).isEqualTo(48);
    assertThat(all.getString(found + "firstSeen")).isEqualTo("2026-04-01T10:00:00Z");
    assertThat(all.getString(found + "lastSeen")).isEqualTo("2026-04-03T10:00:00Z");
    assertThat(all.getList(found + "orgs.orgId")).isEqualTo(List.of("acme", "globex"));
    assertThat(all.getLong(found.replace("== 'unpriced'", "== 'partial'") + "requests"))
        .isEqualTo(2);

    JsonPath own = as(ADMIN).get("/v1/unpriced?orgId=acme").jsonPath();
    assertThat(own.getLong(found + "requests")).isEqualTo(4);
    assertThat(own.getMap(found.substring(0, found.length() - 1))).doesNotContainKey("orgs");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/unpriced, 400",
    "/v1/unpriced?orgId=globex, 403",
    "/v1/reprice/runs, 400",
    "/v1/reprice/runs?orgId=globex, 403",
    "/v1/reprice/runs?orgId=acme&limit=0, 400",
    "/v1/reprice/runs/none, 404",
    "/v1/reprice/runs/00000000-0000-0000-0000-000000000000, 404"
  })
  void anAdminSeesTheOwnOrgOnly(String path, int status) {
    assertThat(as(ADMIN).get(path).statusCode()).isEqualTo(status);
    assertThat(given().get(path).statusCode()).isEqualTo(401);
  }

  @Test
  void membersAndStrangersSeeNothingAndOrderNothing() {
    for (String token : List.of(MEMBER, STRANGER)) {
      assertThat(as(token).get("/v1/unpriced?orgId=acme").statusCode()).isEqualTo(403);
      assertThat(as(token).get("/v1/reprice/runs?orgId=acme").statusCode()).isEqualTo(403);
      assertThat(order(token, "{'orgId':'acme','reason':'x'}").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void anOrderIsARunThatItsOrgSees() {
    Response ordered =
        order(
            ADMIN,
            "{'orgId':'acme','provider':'House','modelName':'m','from':'2026-04-01',"
                + "'to':'2026-04-30','reason':'late contract','dryRun':true}");
    assertThat(ordered.statusCode()).isEqualTo(202);
    String location = ordered.header("Location");
    JsonPath run = as(ADMIN).get(location.substring(location.indexOf("/v1/"))).jsonPath();
    assertThat(run.getString("status")).isEqualTo("running");
    assertThat(run.getString("requestedBy")).isEqualTo("adam");
    assertThat(run.getString("provider")).isEqualTo("house");
    assertThat(run.getString("to")).isEqualTo("2026-04-30");
    assertThat(run.getBoolean("dryRun")).isTrue();
    assertThat(run.getLong("bookVersion")).isPositive();
    assertThat(run.getString("costUsdDelta")).isEqualTo("0");
    assertThat(as(ADMIN).get("/v1/reprice/runs?orgId=acme").jsonPath().getList("runs.id"))
        .contains(run.getString("id"));
    assertThat(as(MEMBER).get("/v1/reprice/runs/" + run.getString("id")).statusCode())
        .isEqualTo(404);
  }

  /** Each run reads the raw events: no org makes the others wait for a queue of them. */
  @Test
  void anOrgHasOneUnfinishedRunHoweverManyItOrdersAtOnce() {
    String body = "{'orgId':'%s','reason':'x','dryRun':true}".formatted("busy-" + model);
    List<Response> answers =
        IntStream.range(0, 8).parallel().mapToObj(i -> order(ROOT, body)).toList();
    List<Response> taken = answers.stream().filter(each -> each.statusCode() == 202).toList();
    assertThat(taken).hasSize(1);
    String run = taken.get(0).jsonPath().getString("id");
    assertThat(answers)
        .filteredOn(each -> each.statusCode() != 202)
        .allSatisfy(
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(409);
              assertThat(refused.jsonPath().getString("detail")).contains(run);
            });
    assertThat(order(ROOT, "{'reason':'x','dryRun':true}").statusCode()).isEqualTo(202);
    assertThat(order(ROOT, "{'reason':'x','dryRun':true}").statusCode()).isEqualTo(202);

    RawEvents.execute("UPDATE raw.reprice_run SET finished_at = now() WHERE id = '" + run + "'");
    assertThat(order(ROOT, body).statusCode()).isEqualTo(202);
  }

  /** Names of models are their producers' choice: the answer does not grow with them. */
  @Test
  void ofManyModelsWithoutPriceTheMostUsedAreTold() {
    String org = "many-" + model;
    assertThat(as(ROOT).get("/v1/unpriced?orgId=" + org).jsonPath().getBoolean("more")).isFalse();
    RawEvents.insertModels(org, 1_200, "2026-04-01");
    RawEvents.insert(org, "model-7", "unpriced", "2026-04-01");
    JsonPath some = as(ROOT).get("/v1/unpriced?orgId=" + org).jsonPath();
    assertThat(some.getBoolean("more")).isTrue();
    assertThat(some.getList("unpriced")).hasSize(1_000);
    assertThat(some.getString("unpriced[0].modelName")).isEqualTo("model-7");
  }

  @Test
  void allOrgsAreForASuperadminAndTheDifferencesAreAnsweredPerOrgAndDay() {
    assertThat(order(ADMIN, "{'reason':'x'}").statusCode()).isEqualTo(403);
    String id = order(ROOT, "{'reason':'x'}").jsonPath().getString("id");
    RawEvents.execute(
        "INSERT INTO raw.reprice_difference VALUES ('%s', 'acme', '2026-04-02', 3, 10, 7, -2)"
            .formatted(id));
    RawEvents.execute(
        "INSERT INTO raw.reprice_difference VALUES ('%s', 'b', '2026-04-01', 1, 0, 5, 0)"
            .formatted(id));

    JsonPath run = as(ROOT).get("/v1/reprice/runs/" + id).jsonPath();
    assertThat(run.getLong("costNanosDelta")).isEqualTo(2);
    assertThat(run.getString("costUsdDelta")).isEqualTo("0.000000002");
    assertThat(run.getList("differences.orgId")).isEqualTo(List.of("b", "acme"));
    assertThat(run.getLong("differences[1].costNanosDelta")).isEqualTo(-3);
    assertThat(run.getLong("differences[1].unpricedRequestsDelta")).isEqualTo(-2);
    assertThat(as(ADMIN).get("/v1/reprice/runs/" + id).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{'reason':''}",
        "{'reason':7}",
        "{'reason':'x','from':'yesterday'}",
        "{'reason':'x','from':'2026-04-02','to':'2026-04-01'}",
        "{'reason':'x','dryRun':'yes'}",
        "{'reason':'x','orgId':'a b'}",
        "{'reason':'x','model':'m'}"
      })
  void aMalformedOrderIsRefused(String body) {
    Response answer = order(ROOT, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.jsonPath().getString("code")).isEqualTo("invalid_body");
    assertThat(answer.jsonPath().getString("detail")).isNotBlank();
  }

  @Test
  void withoutRecordedEventsItSaysWhoMakesThem() {
    RawEvents.execute("REVOKE USAGE ON SCHEMA raw FROM tokenledger_pricing");
    try {
      Response answer = as(ROOT).get("/v1/unpriced");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.jsonPath().getString("detail")).contains("usage-ingest");
      assertThat(order(ROOT, "{'reason':'x'}").statusCode()).isEqualTo(503);
    } finally {
      RawEvents.execute("GRANT USAGE ON SCHEMA raw TO tokenledger_pricing");
    }
  }

  private static Response order(String token, String body) {
    return as(token)
        .contentType(ContentType.JSON)
        .body(body.replace('\'', '"'))
        .post("/v1/reprice");
  }
}
