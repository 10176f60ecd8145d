package io.tokenledger.prices.resolve;

import static io.restassured.RestAssured.given;
import static io.tokenledger.prices.support.PricesClient.ADMIN;
import static io.tokenledger.prices.support.PricesClient.MEMBER;
import static io.tokenledger.prices.support.PricesClient.ROOT;
import static io.tokenledger.prices.support.PricesClient.SERVICE;
import static io.tokenledger.prices.support.PricesClient.STRANGER;
import static io.tokenledger.prices.support.PricesClient.put;
import static io.tokenledger.prices.support.PricesClient.resolve;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.tokenledger.prices.support.PricesClient;
import io.tokenledger.service.testing.LedgerServers;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LedgerServers.class)
class ResolveIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ONE = "{'provider':'openai','modelName':'gpt-4o','usage':%s}";

  @Test
  void aCostIsExactAndExplained() {
    String flex =
        "[{'provider':'OpenAI','modelName':'gpt-5','serviceTier':'flex','usage':"
            + "{'inputTokens':10000,'cacheReadTokens':4096,'outputTokens':2000}}]";
    JsonPath cost = resolve(STRANGER, flex).jsonPath();
    assertThat(cost.getString("[0].costUsd")).isEqualTo("0.013946");
    assertThat(cost.getLong("[0].costNanos")).isEqualTo(13_946_000);
    assertThat(cost.getString("[0].status")).isEqualTo("priced");
    assertThat(cost.getString("[0].priceVersion")).isEqualTo("litellm:openai/gpt-5@1970-01-01");
    assertThat(cost.getString("[0].price.id")).isEqualTo(cost.getString("[0].priceVersion"));
    assertThat(cost.getString("[0].price.source")).isEqualTo("litellm");
    assertThat(cost.getString("[0].price.effectiveFrom")).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(cost.<String>getList("[0].components.costUsd").stream().map(BigDecimal::new))
        .containsExactly(
            new BigDecimal("0.00369"), new BigDecimal("0.000256"), new BigDecimal("0.01"));
  }

  @Test
  void theAnswerKeepsTheOrderAndSaysWhatIsUnpriced() {
    String usage = "'usage':{'inputTokens':1,'outputTokens':1}";
    JsonPath costs =
        resolve(
                STRANGER,
                "[{'provider':'acme','modelName':'nothing',%s},{'provider':'openai','model':'gpt-4o-mini',%s}]"
                    .formatted(usage, usage))
            .jsonPath();
    assertThat(costs.getString("[0].status")).isEqualTo("unpriced");
    assertThat(costs.getString("[0].costUsd")).isNull();
    assertThat(costs.getString("[1].costUsd")).isEqualTo("0.00000075");
  }

  @Test
  void aSingleObjectIsAnArrayOfOne() {
    JsonPath cost =
        resolve(STRANGER, ONE.formatted("{'units':{'audioSeconds':'61.5'}}")).jsonPath();
    assertThat(cost.getList("$")).hasSize(1);
    assertThat(cost.getString("[0].status")).isEqualTo("partial");
  }

  /** The published example, so that it stays true; numbers and times of recording differ. */
  @Test
  void theExampleIsWhatIsAnswered() throws IOException {
    JsonNode answer = JSON.readTree(resolve(STRANGER, example("requestBody")).asString());
    JsonNode documented = JSON.readTree(example("responses/200"));
    ((ObjectNode) documented.at("/0/price"))
        .setAll(
            ((ObjectNode) answer.at("/0/price")).deepCopy().retain("bookVersion", "recordedAt"));
    assertThat(answer).isEqualTo(documented);
  }

  private static String example(String where) throws IOException {
    return JSON.readTree(given().get("/openapi?format=json").asString())
        .at("/paths/~1v1~1resolve/post/" + where + "/content/application~1json/examples")
        .elements()
        .next()
        .path("value")
        .toString();
  }

  @Test
  void aCostAsItWasBelievedBefore() {
    put(ROOT, "resolve/late", "{'rates':{'input':'100'},'effectiveFrom':'2026-01-01T00:00:00Z'}");
    Instant then = Instant.parse(recordedAt("resolve/late"));
    put(ROOT, "resolve/late", "{'rates':{'input':'300'},'effectiveFrom':'2026-01-01T00:00:00Z'}");
    String item =
        "{'provider':'resolve','modelName':'late','occurredAt':'2026-02-01T00:00:00Z',%s"
            + "'usage':{'inputTokens':1000000}}";
    assertThat(resolve(STRANGER, item.formatted("")).jsonPath().getString("[0].costUsd"))
        .isEqualTo("300");
    JsonPath before = resolve(STRANGER, item.formatted("'knownAt':'" + then + "',")).jsonPath();
    assertThat(before.getString("[0].costUsd")).isEqualTo("100");
    assertThat(before.getString("[0].price.recordedAt")).isEqualTo(then.toString());
  }

  private static String recordedAt(String model) {
    return PricesClient.as(STRANGER).get("/v1/prices/" + model).jsonPath().getString("recordedAt");
  }

  @Test
  void whatTheIntakeTakesIsPricedToo() {
    String usage = "{'inputTokens':12.0,'outputTokens':null,'units':{'webSearches':null}}";
    assertThat(resolve(STRANGER, ONE.formatted(usage)).jsonPath().getString("[0].costUsd"))
        .isEqualTo("0.00003");
  }

  @Test
  void ratesOfNoBookArePricedByTheSameRules() {
    String usage = "'usage':{'inputTokens':300000,'cacheReadTokens':100000,'outputTokens':1000}";
    String rates =
        "'rates':{'input':'3','output':15,'contextTiers':[{'above':200000,'input':'6'}],"
            + "'serviceTiers':{'batch':{'input':'1.5','output':'7.5'}}}";
    String item = "{'provider':'acme','modelName':'nothing'%s,%s,%s}";
    JsonPath costs =
        resolve(
                STRANGER,
                "["
                    + item.formatted("", rates, usage)
                    + ","
                    + item.formatted(",'serviceTier':'batch'", rates, usage)
                    + "]")
            .jsonPath();
    assertThat(costs.getString("[0].costUsd")).isEqualTo("1.815");
    assertThat(costs.getString("[0].status")).isEqualTo("priced");
    assertThat(costs.getString("[0].priceVersion")).isNull();
    assertThat(costs.getString("[0].price")).isNull();
    assertThat(costs.getList("[0].components.component"))
        .containsExactly("input", "cacheRead", "output");
    assertThat(costs.getString("[1].costUsd")).isEqualTo("0.9075");
  }

  @Test
  void aLineTellsWhyItCostsWhatItCosts() {
    String item =
        "{'provider':'acme','modelName':'nothing','serviceTier':'batch','speed':'fast',"
            + "'inferenceGeo':'us','occurredAt':'2026-08-17T02:00:00Z','rates':{'input':'3',"
            + "'cacheRead':'0.3','units':{'ocrTables':'0.02'},"
            + "'multipliers':{'inferenceGeo':{'us':'1.1'},'speed':{'fast':'2'}},"
            + "'windows':[{'days':['mon'],'from':'01:00','to':'04:00','input':'6'}]},"
            + "'usage':{'inputTokens':2000,'cacheReadTokens':1000,'units':{'ocrTables':1,'goats':1}}}";
    JsonPath cost = resolve(STRANGER, item).jsonPath();
    assertThat(cost.getString("[0].costUsd")).isEqualTo("0.02726");
    assertThat(cost.getString("[0].status")).isEqualTo("partial");
    assertThat(cost.getList("[0].missing")).containsExactly("goats");
    assertThat(cost.getLong("[0].cacheSavedNanos")).isEqualTo(5_940_000);
    String read = "[0].components[1].";
    assertThat(cost.getString(read + "component")).isEqualTo("cacheRead");
    assertThat(cost.getString(read + "unitPriceUsd")).isEqualTo("0.00000066");
    assertThat(cost.getList(read + "multipliers.trait")).containsExactly("inferenceGeo", "speed");
    assertThat(cost.getList(read + "multipliers.value")).containsExactly("us", "fast");
    assertThat(cost.getList(read + "multipliers.factor")).containsExactly("1.1", "2");
    assertThat(cost.getMap(read + "origin"))
        .containsEntry("rule", "derived")
        .containsEntry("of", "input")
        .containsEntry("card", "window")
        .containsEntry("contextAbove", null)
        .containsEntry("halved", true);
    assertThat(cost.getString("[0].components[2].origin.card")).isNull();
  }

  @Test
  void theAverageCallDecidesTheContextTier() {
    String item =
        "{'provider':'a','modelName':'m','rates':{'input':'1','contextTiers':[{'above':1000,"
            + "'input':'2'}]},'usage':{'inputTokens':2001,'requestCount':%d}}";
    assertThat(resolve(STRANGER, item.formatted(3)).jsonPath().getString("[0].costUsd"))
        .isEqualTo("0.002001");
    JsonPath two = resolve(STRANGER, item.formatted(2)).jsonPath();
    assertThat(two.getString("[0].costUsd")).isEqualTo("0.004002");
    assertThat(two.getLong("[0].components[0].origin.contextAbove")).isEqualTo(1_000);
  }

  @Test
  void ratesArePricedForTheTotalsOfManyCalls() {
    String item = "{'provider':'openai','modelName':'gpt-4o','rates':{'input':'2'},'usage':%s}";
    String totals = item.formatted("{'inputTokens':1000000000000000,'outputTokens':1}");
    JsonPath cost = resolve(STRANGER, totals).jsonPath();
    assertThat(cost.getString("[0].costUsd")).isEqualTo("2000000000");
    assertThat(cost.getString("[0].status")).isEqualTo("partial");
    String tooMany = item.formatted("{'inputTokens':1000000000000001}");
    assertThat(resolve(STRANGER, tooMany).jsonPath().getString("detail"))
        .contains("[0].usage.inputTokens");
  }

  @Test
  void contractPricesAreForTheirOrg() {
    put(ADMIN, "resolve/m", "{'orgId':'acme','rates':{'input':'1000000'}}").then().statusCode(400);
    put(ADMIN, "resolve/m", "{'orgId':'acme','rates':{'input':'10000'}}").then().statusCode(201);
    String theirs =
        "{'provider':'resolve','modelName':'m','orgId':'acme','usage':{'inputTokens':3}}";
    assertThat(resolve(MEMBER, theirs).jsonPath().getString("[0].costUsd")).isEqualTo("0.03");
    assertThat(resolve(SERVICE, theirs).statusCode()).isEqualTo(200);
    Response refused = resolve(STRANGER, theirs);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.jsonPath().getString("code")).isEqualTo("forbidden");
    String everyones = "{'provider':'openai','modelName':'gpt-4o','usage':{}}";
    assertThat(
            resolve(STRANGER, "[" + everyones + "," + theirs + "]").jsonPath().getString("detail"))
        .contains("'[1].orgId'", "acme");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'inputTokens':-1} | [0].usage.inputTokens",
        "{'inputTokens':1.5} | [0].usage.inputTokens",
        "{'inputTokens':'1'} | [0].usage.inputTokens",
        "{'inputTokens':10000000001} | [0].usage.inputTokens",
        "{'inputTokens':1,'cacheReadTokens':2} | [0].usage.cacheReadTokens",
        "{'reasoningTokens':2} | [0].usage.reasoningTokens",
        "{'requestCount':1000000001} | [0].usage.requestCount",
        "{'units':{'images':-1}} | [0].usage.units.images",
        "{'units':{'images':1e999}} | [0].usage.units.images",
        "{'units':{'images':'x'}} | [0].usage.units.images",
        "{'units':{'images':10000000001}} | [0].usage.units.images",
        "{'units':{'images':'10000000001'}} | [0].usage.units.images",
        "{'units':{'images':0.0000000001}} | [0].usage.units.images",
        "{'units':{'two words':1}} | [0].usage.units",
        "{'units':[]} | [0].usage.units",
        "5 | [0].usage"
      })
  void aBadUsageIsRefusedNamingItemAndField(String usage, String field) {
    Response refused = resolve(STRANGER, ONE.formatted(usage));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("detail")).contains(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'provider':'a','modelName':'m','usage':{}},{'provider':'a','usage':{}}] | [1].model",
        "[{'modelName':'m','usage':{}}] | [0].provider",
        "[{'provider':'a','modelName':'m','occurredAt':'x','usage':{}}] | [0].occurredAt",
        "[{'provider':'a','modelName':'m','knownAt':'x','usage':{}}] | [0].knownAt",
        "[{'provider':'a','modelName':'m','orgId':'a b','usage':{}}] | [0].orgId",
        "[{'provider':'a','modelName':7,'usage':{}}] | [0].modelName",
        "[{'provider':'a','modelName':'m','serviceTier':'Very fast','usage':{}}] | [0].serviceTier",
        "[{'provider':'a','modelName':'m','speed':'Very fast','usage':{}}] | [0].speed",
        "[{'provider':'a','modelName':'m','inferenceGeo':7,'usage':{}}] | [0].inferenceGeo",
        "[{'provider':'a','modelName':'m','rates':7,'usage':{}}] | [0].rates",
        "[{'provider':'a','modelName':'m','rates':{},'usage':{}}] | [0].rates",
        "[{'provider':'a','modelName':'m','rates':{'input':-1},'usage':{}}] | [0].rates.input",
        "[{'provider':'a','modelName':'m','rates':{'inptu':1},'usage':{}}] | [0].rates.inptu",
        "[7] | [0]",
        "true | array",
        "[{ | JSON"
      })
  void aBadItemIsRefusedNamingIt(String body, String field) {
    Response refused = resolve(STRANGER, body);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("detail")).contains(field);
  }

  @Test
  void aThousandItemsAreEnough() {
    String item = ONE.formatted("{'inputTokens':1}");
    String thousand = String.join(",", java.util.Collections.nCopies(1_000, item));
    assertThat(resolve(STRANGER, "[" + thousand + "]").jsonPath().getList("$")).hasSize(1_000);
    assertThat(resolve(STRANGER, "[" + thousand + "," + item + "]").statusCode()).isEqualTo(400);
  }
}
