package io.tokenledger.prices.factors;

import static io.restassured.RestAssured.given;
import static io.tokenledger.prices.support.PricesClient.ROOT;
import static io.tokenledger.prices.support.PricesClient.SERVICE;
import static io.tokenledger.prices.support.PricesClient.STRANGER;
import static io.tokenledger.prices.support.PricesClient.as;
import static io.tokenledger.prices.support.PricesClient.put;
import static io.tokenledger.prices.support.PricesClient.putFactor;
import static io.tokenledger.prices.support.PricesClient.resolve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.tokenledger.prices.support.TestDirectory;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceFactor;
import io.tokenledger.pricing.json.PriceBookJson;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an org pays of everyone's prices: set, seen, charged, ended. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class FactorsIT {

  private static final String CLAUDE = "'provider':'Bedrock','models':'anthropic.claude-*'";

  private final String org = "factor-" + UUID.randomUUID();
  private final String path = "/v1/orgs/" + org + "/price-factors";
  private final String boss = TestTokens.token(org + "-owner");

  private String person(String role) {
    String user = org + "-" + role;
    TestDirectory.member(org, user, role);
    return TestTokens.token(user);
  }

  @BeforeAll
  static void aDirectory() {
    TestDirectory.migrate();
  }

  @BeforeEach
  void anOwner() {
    person("owner");
  }

  @Test
  void aDiscountIsInEachLineWithItsRule() {
    put(
        ROOT,
        "bedrock/anthropic.claude-it",
        "{'rates':{'input':'3','output':'15','units':{'webSearches':'0.01'}},"
            + "'effectiveFrom':'2026-01-01T00:00:00Z'}");
    Response set = putFactor(boss, org, "{%s,'factor':'0.88','note':'12 %%'}".formatted(CLAUDE));
    assertThat(set.statusCode()).isEqualTo(201);
    assertThat(set.jsonPath().getString("provider")).isEqualTo("bedrock");
    String rule = set.jsonPath().getString("id");

    JsonPath cost = resolve(boss, item(org)).jsonPath();
    assertThat(cost.getString("[0].costUsd")).isEqualTo("2.6664");
    assertThat(cost.getList("[0].components.costUsd")).containsExactly("2.64", "0.0264");
    for (int line = 0; line < 2; line++) {
      String multiplier = "[0].components[%d].multipliers[0].".formatted(line);
      assertThat(cost.getString(multiplier + "trait")).isEqualTo("priceFactor");
      assertThat(cost.getString(multiplier + "value")).isEqualTo("bedrock/anthropic.claude-*");
      assertThat(cost.getString(multiplier + "factor")).isEqualTo("0.88");
      assertThat(cost.getString(multiplier + "rule")).isEqualTo(rule);
    }
    assertThat(resolve(STRANGER, item("")).jsonPath().getString("[0].costUsd")).isEqualTo("3.03");

    JsonPath price = as(boss).get("/v1/prices/bedrock/anthropic.claude-it?orgId=" + org).jsonPath();
    assertThat(price.getString("rates.input")).isEqualTo("3");
    assertThat(price.getString("factor.id")).isEqualTo(rule);
    assertThat(price.getString("factor.factor")).isEqualTo("0.88");
    assertThat(
            as(STRANGER).get("/v1/prices/bedrock/anthropic.claude-it").jsonPath().getMap("factor"))
        .isNull();
  }

  private static String item(String whose) {
    return ("{'orgId':'%s','provider':'bedrock','modelName':'anthropic.claude-it',"
            + "'usage':{'inputTokens':1000000,'units':{'webSearches':3}}}")
        .formatted(whose);
  }

  @Test
  void whoPricesByThemselvesGetsItWithTheBook() {
    long number = putFactor(boss, org, "{'factor':'1.2'}").jsonPath().getLong("bookVersion");
    PriceBook book = PriceBookJson.decode(as(SERVICE).get("/v1/price-book").asByteArray());
    assertThat(book.version()).isGreaterThanOrEqualTo(number);
    Instant now = Instant.now();
    assertThat(book.priceOf(org, "openai", "gpt-4o", now).orElseThrow().factor())
        .flatMap(PriceFactor::factor)
        .contains(new BigDecimal("1.2"));
    assertThat(book.priceOf("acme", "openai", "gpt-4o", now).orElseThrow().factor()).isEmpty();
  }

  @Test
  void itIsDatedEndedAndItsHistoryKept() {
    putFactor(boss, org, "{'factor':'1.2','effectiveFrom':'2026-01-01T00:00:00Z'}");
    putFactor(boss, org, "{'factor':'1.3','effectiveFrom':'2026-03-01T01:00:00+01:00'}");
    assertThat(as(boss).delete(path + "?at=2026-06-01T00:00:00Z&note=over").statusCode())
        .isEqualTo(200);
    assertThat(factorAt("2025-12-31T23:59:59Z")).isNull();
    assertThat(factorAt("2026-01-01T00:00:00Z")).isEqualTo("1.2");
    assertThat(factorAt("2026-02-28T23:59:59Z")).isEqualTo("1.2");
    assertThat(factorAt("2026-03-01T00:00:00Z")).isEqualTo("1.3");
    assertThat(factorAt("2026-06-01T00:00:00Z")).isNull();
    assertThat(as(boss).delete(path + "?at=2026-06-02T00:00:00Z").statusCode()).isEqualTo(404);

    JsonPath changes = as(boss).get("/v1/price-changes?kind=factor&orgId=" + org).jsonPath();
    assertThat(changes.getList("changes.factor")).containsExactly(null, "1.3", "1.2");
    assertThat(changes.getString("changes[0].note")).isEqualTo("over");
    assertThat(changes.getString("changes[0].recordedBy")).isEqualTo(org + "-owner");
    assertThatThrownBy(
            () -> TestDirectory.execute("DELETE FROM pricing.price_factor WHERE org_id = ?", org))
        .hasMessageContaining("append only");
  }

  private String factorAt(String at) {
    return as(boss).get(path + "?at=" + at).jsonPath().getString("factors[0].factor");
  }

  @Test
  void whatWasBelievedBeforeACorrectionIsStillTold() {
    String from = ",'effectiveFrom':'2026-01-01T00:00:00Z'}";
    String then = putFactor(boss, org, "{'factor':'0.9'" + from).jsonPath().getString("recordedAt");
    putFactor(boss, org, "{'factor':'0.8'" + from);
    assertThat(factorAt("2026-02-01T00:00:00Z")).isEqualTo("0.8");
    assertThat(factorAt("2026-02-01T00:00:00Z&knownAt=" + then)).isEqualTo("0.9");
  }

  @Test
  void aListHasPages() {
    for (String models : List.of("", "'provider':'a',", "'provider':'b','models':'c-*',")) {
      putFactor(boss, org, "{" + models + "'factor':'1'}");
    }
    JsonPath first = as(boss).get(path + "?limit=2").jsonPath();
    assertThat(first.getList("factors.provider")).containsExactly("", "a");
    JsonPath second =
        as(boss).get(path + "?limit=2&cursor=" + first.getString("nextCursor")).jsonPath();
    assertThat(second.getList("factors.models")).containsExactly("c-*");
    assertThat(second.getString("nextCursor")).isNull();
  }

  @Test
  void membersSeeThemAndWhoSetsPricesSetsThem() {
    String one = "{'factor':'0.9'}";
    assertThat(putFactor(person("member"), org, one).statusCode()).isEqualTo(403);
    assertThat(putFactor(person("billing"), org, one).statusCode()).isEqualTo(403);
    assertThat(putFactor(STRANGER, org, one).statusCode()).isEqualTo(403);
    assertThat(putFactor(SERVICE, org, one).statusCode()).isEqualTo(403);
    assertThat(putFactor(person("admin"), org, one).statusCode()).isEqualTo(201);
    assertThat(putFactor(ROOT, org, one).statusCode()).isEqualTo(201);
    assertThat(as(person("member")).get(path).jsonPath().getList("factors")).hasSize(1);
    assertThat(as(SERVICE).get(path).statusCode()).isEqualTo(200);
    assertThat(as(STRANGER).get(path).statusCode()).isEqualTo(403);
    assertThat(as(STRANGER).delete(path).statusCode()).isEqualTo(403);
    assertThat(as(person("member")).delete(path).statusCode()).isEqualTo(403);
    assertThat(given().get(path).statusCode()).isEqualTo(401);
  }

  @Test
  void anOrgHasSoManyAndOthersAreNotConcerned() {
    TestDirectory.execute(
        """
        INSERT INTO pricing.price_factor (id, book_version, org_id, provider, models,
          effective_from, recorded_at, recorded_by, factor)
        SELECT ? || n, n - 1000000, ?, 'p' || n, '', 'epoch', now() - interval '1 day', 'it', 1
        FROM generate_series(1, 200) n""",
        org,
        org);
    Response refused = putFactor(boss, org, "{'factor':'0.9'}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("detail")).contains("price factors", org);
    assertThat(putFactor(ROOT, "factor-" + UUID.randomUUID(), "{'factor':'0.9'}").statusCode())
        .isEqualTo(201);
  }

  /** An instance of the version before knows no factors, and gives the next number itself. */
  @Test
  void aNumberThatAFactorHasIsNotGivenAgain() {
    long number = putFactor(boss, org, "{'factor':'0.9'}").jsonPath().getLong("bookVersion");
    assertThatThrownBy(
            () ->
                TestDirectory.execute(
                    "INSERT INTO pricing.price_version (id, book_version, org_id, provider,"
                        + " model_name, effective_from, recorded_by, source) VALUES"
                        + " (?, %d, '', 'it', 'old', 'epoch', 'it', 'manual')".formatted(number),
                    org))
        .hasMessageContaining("is given");
  }
}
