package io.tokenledger.prices.http;

import static io.tokenledger.prices.support.PricesClient.ROOT;
import static io.tokenledger.prices.support.PricesClient.as;
import static io.tokenledger.prices.support.PricesClient.put;
import static io.tokenledger.prices.support.PricesClient.putAlias;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tokenledger.prices.support.TestDirectory;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The book is held whole by all who price: no org fills it, and none renews it all the time. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class BookQuotaIT {

  private static final String LAST =
      """
      (SELECT greatest((SELECT max(book_version) FROM pricing.price_version),
        (SELECT max(book_version) FROM pricing.model_alias),
        (SELECT max(book_version) FROM pricing.price_factor), 0))""";

  private final String org = "quota-" + UUID.randomUUID();
  private final String boss = TestTokens.token(org + "-boss");

  @BeforeEach
  void anOrgWithAnOwner() {
    TestDirectory.migrate();
    TestDirectory.member(org, org + "-boss", "owner");
  }

  @Test
  void anOrgHasSoManyVersionsAndOthersAreNotConcerned() {
    recordVersions(499, "{\"input\":\"1\"}");
    assertThat(price("last").statusCode()).isEqualTo(201);

    Response refused = price("one-more");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("detail")).contains("versions", org);
    assertThat(as(boss).delete("/v1/prices/quota/last?orgId=" + org).statusCode()).isEqualTo(409);
    assertThat(put(ROOT, "quota/for-all", "{'rates':{'input':'1'}}").statusCode()).isEqualTo(201);
  }

  @Test
  void theRatesOfItsVersionsHaveASizeTogether() {
    recordVersions(9, "{\"input\":\"1\"" + " ".repeat(14_500) + "}");
    assertThat(price("small").statusCode()).isEqualTo(201);
    String large =
        IntStream.rangeClosed(1, 16)
            .mapToObj(
                above ->
                    "{'above':%1$d,'input':'%2$s','output':'%2$s'}"
                        .formatted(above, "1." + "1".repeat(28)))
            .collect(Collectors.joining(",", "{'contextTiers':[", "]}"));
    Response refused = put(boss, "quota/large", "{'orgId':'%s','rates':%s}".formatted(org, large));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("detail")).contains("KiB of rates");
  }

  @Test
  void anOrgHasSoManyAliases() {
    TestDirectory.execute(
        """
        INSERT INTO pricing.model_alias (id, book_version, org_id, provider, alias, effective_from,
          recorded_at, recorded_by, target_provider, target_model_name)
        SELECT ? || n, %s + n, ?, 'quota', 'a' || n, 'epoch', now() - interval '1 day', 'it',
          'openai', 'gpt-4o' FROM generate_series(1, 200) n"""
            .formatted(LAST),
        org,
        org);
    Response refused =
        putAlias(
            boss,
            "quota/one-more",
            "{'orgId':'%s','targetProvider':'openai','targetModelName':'gpt-4o'}".formatted(org));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("detail")).contains("aliases");
  }

  @Test
  void anOrgChangesTheBookSoOftenInAMinute() {
    for (int i = 0; i < 60; i++) {
      assertThat(price("m" + i).statusCode()).isEqualTo(201);
    }
    Response refused = price("too-soon");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.jsonPath().getString("code")).isEqualTo("too_many_requests");
  }

  private Response price(String model) {
    return put(boss, "quota/" + model, "{'orgId':'%s','rates':{'input':'1'}}".formatted(org));
  }

  private void recordVersions(int count, String rates) {
    TestDirectory.execute(
        """
        INSERT INTO pricing.price_version (id, book_version, org_id, provider, model_name,
          effective_from, recorded_at, recorded_by, source, rates)
        SELECT ? || n, %s + n, ?, 'quota', 'v' || n, 'epoch', now() - interval '1 day', 'it',
          'manual', ? FROM generate_series(1, %d) n"""
            .formatted(LAST, count),
        org,
        org,
        rates);
  }
}
