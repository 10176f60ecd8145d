package io.tokenledger.prices.http;

import static io.tokenledger.prices.support.PricesClient.ADMIN;
import static io.tokenledger.prices.support.PricesClient.MEMBER;
import static io.tokenledger.prices.support.PricesClient.ROOT;
import static io.tokenledger.prices.support.PricesClient.SERVICE;
import static io.tokenledger.prices.support.PricesClient.STRANGER;
import static io.tokenledger.prices.support.PricesClient.as;
import static io.tokenledger.prices.support.PricesClient.put;
import static io.tokenledger.prices.support.PricesClient.putAlias;
import static io.tokenledger.prices.support.PricesClient.resolve;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.json.PriceBookJson;
import io.tokenledger.service.testing.LedgerServers;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that a person gives to models. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class AliasesIT {

  private static final String GPT = "{'targetProvider':'openai','targetModelName':'gpt-4o'%s}";

  @Test
  void anAliasPricesCallsOfTheName() {
    Response created = putAlias(ROOT, "Azure/prod", GPT.formatted(",'note':'Sweden'"));
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.jsonPath().getString("provider")).isEqualTo("azure");
    String item = "{'provider':'azure','modelName':'prod','usage':{'inputTokens':1000000}}";
    JsonPath cost = resolve(STRANGER, item).jsonPath();
    assertThat(cost.getString("[0].costUsd")).isEqualTo("2.5");
    assertThat(cost.getString("[0].price.modelName")).isEqualTo("gpt-4o");
    assertThat(as(STRANGER).get("/v1/prices/azure/prod").jsonPath().getString("modelName"))
        .isEqualTo("gpt-4o");
  }

  @Test
  void whoPricesByThemselvesGetsItWithTheBook() {
    long number = putAlias(ROOT, "azure/fed", GPT.formatted("")).jsonPath().getLong("bookVersion");
    PriceBook book = PriceBookJson.decode(as(SERVICE).get("/v1/price-book").asByteArray());
    assertThat(book.version()).isGreaterThanOrEqualTo(number);
    assertThat(book.find("acme", "azure", "fed", Instant.now()))
        .map(PriceVersion::modelName)
        .contains("gpt-4o");
  }

  @Test
  void anOrgsAliasIsItsOwn() {
    assertThat(putAlias(ADMIN, "azure/own", GPT.formatted(",'orgId':'acme'")).statusCode())
        .isEqualTo(201);
    assertThat(as(MEMBER).get("/v1/prices/azure/own?orgId=acme").statusCode()).isEqualTo(200);
    assertThat(as(MEMBER).get("/v1/prices/azure/own").statusCode()).isEqualTo(404);
    assertThat(as(MEMBER).get("/v1/aliases?orgId=acme").jsonPath().getList("aliases.alias"))
        .contains("own");
    assertThat(as(STRANGER).get("/v1/aliases").jsonPath().getList("aliases.alias"))
        .doesNotContain("own");
    assertThat(as(ADMIN).delete("/v1/aliases/azure/own?orgId=acme").statusCode()).isEqualTo(200);
    assertThat(as(MEMBER).get("/v1/prices/azure/own?orgId=acme").statusCode()).isEqualTo(404);
    assertThat(as(ADMIN).delete("/v1/aliases/azure/own?orgId=acme").statusCode()).isEqualTo(404);
  }

  @Test
  void whatItMeantBeforeIsStillTold() {
    String from = ",'effectiveFrom':'2026-01-01T00:00:00Z'";
    String recordedAt =
        putAlias(ROOT, "azure/moved", GPT.formatted(from)).jsonPath().getString("recordedAt");
    putAlias(ROOT, "azure/moved", GPT.replace("gpt-4o", "gpt-4o-mini").formatted(from));
    String price = "/v1/prices/azure/moved?at=2026-02-01T00:00:00Z";
    assertThat(as(STRANGER).get(price).jsonPath().getString("modelName")).isEqualTo("gpt-4o-mini");
    assertThat(as(STRANGER).get(price + "&knownAt=" + recordedAt).jsonPath().getString("modelName"))
        .isEqualTo("gpt-4o");
    assertThat(as(STRANGER).get("/v1/prices/azure/moved?at=2025-12-31T23:59:59Z").statusCode())
        .isEqualTo(404);
  }

  @Test
  void anAliasOfAProviderPricesEveryModelOfIt() {
    String target = "{'targetProvider':'OpenAI','orgId':'acme'}";
    Response created = putAlias(ADMIN, "Hub/*", target);
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.jsonPath().getString("provider")).isEqualTo("hub");
    assertThat(created.jsonPath().getMap("target"))
        .isEqualTo(Map.of("provider", "openai", "modelName", "*"));
    String item =
        "{'orgId':'acme','provider':'hub','modelName':'gpt-4o','usage':{'inputTokens':1}}";
    assertThat(resolve(MEMBER, item).jsonPath().getMap("[0].price"))
        .containsEntry("provider", "openai")
        .containsEntry("modelName", "gpt-4o");
    PriceBook book = PriceBookJson.decode(as(SERVICE).get("/v1/price-book").asByteArray());
    assertThat(book.find("acme", "hub", "gpt-4o", Instant.now())).isPresent();
    assertThat(book.find("other", "hub", "gpt-4o", Instant.now())).isEmpty();
    assertThat(as(ROOT).get("/v1/price-changes?kind=alias&provider=hub&orgId=acme").asString())
        .contains("\"modelName\":\"*\"");
    assertThat(putAlias(MEMBER, "hub/*", target).statusCode()).isEqualTo(403);
    assertThat(as(ADMIN).delete("/v1/aliases/hub/*?orgId=acme").statusCode()).isEqualTo(200);
    assertThat(resolve(MEMBER, item).jsonPath().getString("[0].status")).isEqualTo("unpriced");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | targetProvider",
        "{'targetProvider':'nobody'} | targetProvider",
        "{'targetProvider':'hub'} | targetProvider",
        "{'targetProvider':'openai','targetModelName':'gpt-4o'} | targetModelName"
      })
  void aBadAliasOfAProviderIsRefusedNamingTheField(String body, String field) {
    Response refused = putAlias(ROOT, "hub/*", body);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("detail")).contains(field);
  }

  @Test
  void aNameWithAPriceOfItsOwnNeedsNoAlias() {
    put(ROOT, "azure/priced", "{'rates':{'input':'1'}}");
    Response refused = putAlias(ROOT, "azure/priced", GPT.formatted(""));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("code")).isEqualTo("conflict");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | targetModelName",
        "{'targetModelName':''} | targetModelName",
        "{'targetModelName':7} | targetModelName",
        "{'targetModelName':'none'} | targetModelName",
        "{'targetModelName':'gpt-4o-2024-99-99','targetProvider':'openai'} | targetModelName",
        "{'targetModelName':'bad'} | targetModelName",
        "{'targetModelName':'gpt-4o','targetProvider':7} | targetProvider",
        "{'targetModelName':'gpt-4o','effectiveFrom':'x'} | effectiveFrom",
        "{'targetModelName':'gpt-4o','orgId':'a b'} | orgId",
        "{'targetModelName':'gpt-4o','model':'x'} | model",
        "[] | targetModelName"
      })
  void aBadBodyIsRefusedNamingTheField(String body, String field) {
    Response refused = putAlias(ROOT, "it/bad", body);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("code")).isEqualTo("invalid_body");
    assertThat(refused.jsonPath().getString("detail")).contains(field);
  }
}
