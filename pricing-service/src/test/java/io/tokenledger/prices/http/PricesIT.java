package io.tokenledger.prices.http;

import static io.tokenledger.prices.support.PricesClient.ADMIN;
import static io.tokenledger.prices.support.PricesClient.MEMBER;
import static io.tokenledger.prices.support.PricesClient.ROOT;
import static io.tokenledger.prices.support.PricesClient.STRANGER;
import static io.tokenledger.prices.support.PricesClient.as;
import static io.tokenledger.prices.support.PricesClient.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.tokenledger.service.testing.LedgerServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prices of single models: set, seen, corrected, ended. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class PricesIT {

  @Test
  void aNewVersionIsVisibleAtOnceWithItsHistory() {
    Response created =
        put(ROOT, "it/m1", "{'rates':{'input':2.50,'output':'10'},'note':'as agreed'}");
    assertThat(created.statusCode()).isEqualTo(201);
    JsonPath seen = as(STRANGER).get("/v1/prices/it/m1").jsonPath();
    assertThat(seen.getString("id")).isEqualTo(created.jsonPath().getString("id"));
    assertThat(seen.getString("rates.input")).isEqualTo("2.5");

    put(ROOT, "it/m1", "{'rates':{'input':'3'}}");
    JsonPath history = as(STRANGER).get("/v1/prices/it/m1/history").jsonPath();
    assertThat(history.getList("versions.rates.input")).containsExactly("3", "2.5");
    assertThat(history.getString("versions[1].note")).isEqualTo("as agreed");
    assertThat(history.getString("versions[1].recordedBy")).isEqualTo("root");
  }

  @Test
  void thePriceAtATimeIsTheOneThatHeldThen() {
    put(ROOT, "it/m2", "{'rates':{'input':'1'},'effectiveFrom':'2026-01-01T00:00:00Z'}");
    put(ROOT, "it/m2", "{'rates':{'input':'2'},'effectiveFrom':'2026-02-01T00:00:00+01:00'}");
    assertThat(inputAt("it/m2", "2026-01-31T22:59:59Z")).isEqualTo("1");
    assertThat(inputAt("it/m2", "2026-01-31T23:00:00Z")).isEqualTo("2");
    Response before = as(STRANGER).get("/v1/prices/it/m2?at=2025-12-31T23:59:59Z");
    assertThat(before.statusCode()).isEqualTo(404);
    assertThat(before.contentType()).startsWith("application/problem+json");
    assertThat(before.jsonPath().getString("code")).isEqualTo("not_found");
  }

  @Test
  void anEndedPriceIsGoneFromThenOn() {
    put(ROOT, "it/m3", "{'rates':{'input':'1'},'effectiveFrom':'2026-01-01T00:00:00Z'}");
    Response ended = as(ROOT).delete("/v1/prices/it/m3?at=2026-03-01T00:00:00Z");
    assertThat(ended.statusCode()).isEqualTo(200);
    assertThat(ended.jsonPath().getString("rates")).isNull();
    assertThat(inputAt("it/m3", "2026-02-28T23:59:59Z")).isEqualTo("1");
    assertThat(as(STRANGER).get("/v1/prices/it/m3").statusCode()).isEqualTo(404);
    assertThat(as(ROOT).delete("/v1/prices/it/m3").statusCode()).isEqualTo(404);
    assertThat(as(ROOT).delete("/v1/prices/it/never").statusCode()).isEqualTo(404);
  }

  @Test
  void aContractPriceIsItsOrgsOwn() {
    put(ROOT, "it/m4", "{'rates':{'input':'9'}}");
    assertThat(put(ADMIN, "it/m4", "{'orgId':'acme','rates':{'input':'4'}}").statusCode())
        .isEqualTo(201);
    assertThat(as(MEMBER).get("/v1/prices/it/m4?orgId=acme").jsonPath().getString("rates.input"))
        .isEqualTo("4");
    assertThat(as(MEMBER).get("/v1/prices/it/m4").jsonPath().getString("rates.input"))
        .isEqualTo("9");
    assertThat(as(MEMBER).get("/v1/prices?provider=IT&q=M4").jsonPath().getList("prices"))
        .hasSize(1);
    assertThat(
            as(MEMBER).get("/v1/prices?provider=it&q=m4&orgId=acme").jsonPath().getList("prices"))
        .hasSize(2);
    assertThat(as(STRANGER).get("/v1/prices/it/m4/history").jsonPath().getList("versions"))
        .hasSize(1);
    assertThat(as(ADMIN).delete("/v1/prices/it/m4?orgId=acme").statusCode()).isEqualTo(200);
    assertThat(as(MEMBER).get("/v1/prices/it/m4?orgId=acme").jsonPath().getString("rates.input"))
        .isEqualTo("9");
  }

  @Test
  void whatWasBelievedBeforeACorrectionIsStillTold() {
    put(ROOT, "it/m6", "{'rates':{'input':'1'},'effectiveFrom':'2026-01-01T00:00:00Z'}");
    String then = as(STRANGER).get("/v1/prices/it/m6").jsonPath().getString("recordedAt");
    put(ROOT, "it/m6", "{'rates':{'input':'2'},'effectiveFrom':'2026-01-01T00:00:00Z'}");
    assertThat(inputAt("it/m6", "2026-02-01T00:00:00Z")).isEqualTo("2");
    assertThat(inputAt("it/m6", "2026-02-01T00:00:00Z&knownAt=" + then)).isEqualTo("1");
    JsonPath list =
        as(STRANGER)
            .get("/v1/prices?provider=it&q=m6&at=2026-02-01T00:00:00Z&knownAt=" + then)
            .jsonPath();
    assertThat(list.getList("prices.rates.input")).containsExactly("1");
    assertThat(
            as(STRANGER)
                .get("/v1/prices/it/m6/history?knownAt=" + then)
                .jsonPath()
                .getList("versions.rates.input"))
        .containsExactly("1");
    assertThat(as(STRANGER).get("/v1/prices/it/m6?knownAt=2025-01-01T00:00:00Z").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aNameThatEndsInHistoryHasAPriceAndAHistory() {
    assertThat(put(ROOT, "it/of/history", "{'rates':{'input':'7'}}").statusCode()).isEqualTo(201);
    JsonPath price = as(STRANGER).get("/v1/prices/it/of%2Fhistory").jsonPath();
    assertThat(price.getString("modelName")).isEqualTo("of/history");
    assertThat(price.getString("rates.input")).isEqualTo("7");
    JsonPath history = as(STRANGER).get("/v1/prices/it/of%2Fhistory/history").jsonPath();
    assertThat(history.getList("versions.modelName")).containsExactly("of/history");
    JsonPath changes =
        as(STRANGER).get("/v1/price-changes?provider=it&modelName=of/history").jsonPath();
    assertThat(changes.getList("changes.rates.input")).containsExactly("7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vendor/model-x",
        "vendor/model-y:free",
        "ft:gpt-4o:acme::id",
        "a/b/c/d",
        "us.anthropic.claude-x-v1:0",
        "claude@20250929",
        "with%20space",
        "enc%2Fslash",
        "history"
      })
  void modelNamesMayHoldAlmostAnything(String path) {
    Response created = put(ROOT, "paths/" + path, "{'rates':{'input':'1'}}");
    assertThat(created.statusCode()).isEqualTo(201);
    String name = java.net.URLDecoder.decode(path, java.nio.charset.StandardCharsets.UTF_8);
    assertThat(created.jsonPath().getString("modelName")).isEqualTo(name);
    assertThat(as(STRANGER).get("/v1/prices/paths/" + path).jsonPath().getString("modelName"))
        .isEqualTo(name);
    assertThat(
            as(STRANGER)
                .get("/v1/prices/paths/" + path + "/history")
                .jsonPath()
                .getList("versions"))
        .hasSize(1);
  }

  @Test
  void theListPagesThroughItself() {
    JsonPath first = as(STRANGER).get("/v1/prices?provider=openai&limit=2").jsonPath();
    assertThat(first.getList("prices")).hasSize(2);
    JsonPath second =
        as(STRANGER)
            .get("/v1/prices?provider=openai&limit=2&cursor=" + first.getString("nextCursor"))
            .jsonPath();
    assertThat(second.getString("prices[0].modelName"))
        .isGreaterThan(first.getString("prices[1].modelName"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'rates':{'input':'-1'}} | rates.input",
        "{'rates':{'input':10001}} | rates.input",
        "{'rates':{'input':'abc'}} | rates.input",
        "{'rates':{'input':1e400}} | rates.input",
        "{'rates':{'inptu':'1'}} | rates.inptu",
        "{'rates':{'units':{'mountain goats':'1'}}} | rates.units",
        "{'rates':{'contextTiers':[{'above':'x','input':'1'}]}} | rates.contextTiers[0].above",
        "{'rates':{'contextTiers':[{'above':1,'input':'1'},{'above':1,'input':'2'}]}} "
            + "| rates.contextTiers[1].above",
        "{'rates':{'serviceTiers':{'batch':{'input':'x'}}}} | rates.serviceTiers.batch.input",
        "{'rates':{}} | rates",
        "{} | rates",
        "{'rates':{'input':'1'},'effectiveFrom':'yesterday'} | effectiveFrom",
        "{'rates':{'input':'1'},'effectiveFrom':5} | effectiveFrom",
        "{'rates':{'input':'1'},'orgId':'a b'} | orgId",
        "{'rates':{'input':'1'},'note':'a\\u0000b'} | note",
        "{'rates':{'input':'1'},'price':'1'} | price",
        "[] | rates",
        "{'rates' | JSON",
        "null | rates"
      })
  void aBadBodyIsRefusedNamingTheField(String body, String field) {
    Response refused = put(ROOT, "it/bad", body);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(refused.jsonPath().getString("code")).isEqualTo("invalid_body");
    assertThat(refused.jsonPath().getString("detail")).contains(field);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/prices?limit=0,limit",
    "/v1/prices?limit=x,limit",
    "/v1/prices?cursor=%25,cursor",
    "/v1/prices?orgId=a%20b,orgId",
    "/v1/prices/it/m?at=now,at",
    "/v1/prices/it/m?knownAt=now,knownAt",
    "/v1/prices?knownAt=now,knownAt",
    "/v1/prices/it/m/history?knownAt=now,knownAt",
    "/v1/price-changes?limit=0,limit",
    "/v1/price-changes?kind=unit,kind",
    "/v1/price-changes?from=x,from",
    "/v1/price-changes?to=x,to",
    "/v1/price-changes?cursor=x,cursor",
    "/v1/price-changes?orgId=a%20b,orgId",
    "/v1/aliases?at=x,at",
    "/v1/prices/it/a%00b,modelName"
  })
  void aBadParameterIsRefusedNamingIt(String path, String parameter) {
    Response refused = as(ROOT).get(path);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("code")).isEqualTo("invalid_parameter");
    assertThat(refused.jsonPath().getString("detail")).contains("'" + parameter + "'");
  }

  private static String inputAt(String model, String at) {
    return as(STRANGER)
        .get("/v1/prices/" + model + "?at=" + at)
        .jsonPath()
        .getString("rates.input");
  }
}
