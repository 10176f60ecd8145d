package io.tokenledger.prices.http;

import static io.tokenledger.prices.support.PricesClient.as;
import static io.tokenledger.prices.support.PricesClient.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.prices.support.TestDirectory;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestApiTokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an API token sees of prices: those of everyone and of its org, with its scope. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class ApiTokenPricesIT {

  @BeforeAll
  static void directory() {
    TestDirectory.migrate();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/prices, 200",
    "/v1/prices?orgId=token-acme, 200",
    "/v1/prices?orgId=acme, 403",
    "/v1/prices/openai/gpt-4o, 200",
    "/v1/prices/openai/gpt-4o?orgId=token-acme, 200",
    "/v1/prices/openai/gpt-4o?orgId=acme, 403",
    "/v1/price-book, 403"
  })
  void withTheScopeItSeesItsOrgsAndEveryones(String path, int status) {
    String token = TestApiTokens.token("token-acme", "prices:read");
    assertThat(as(token).get(path).statusCode()).isEqualTo(status);
    String without = TestApiTokens.token("token-acme", "events:write", "analytics:read");
    assertThat(as(without).get(path).statusCode()).isEqualTo(403);
  }

  @Test
  void itSetsNothing() {
    String token = TestApiTokens.token("token-acme", "prices:read", "events:write");
    assertThat(put(token, "token/m", "{'rates':{'input':'1'}}").statusCode()).isEqualTo(403);
    String contract = "{'orgId':'token-acme','rates':{'input':'1'}}";
    assertThat(put(token, "token/m", contract).statusCode()).isEqualTo(403);
  }

  @Test
  void aWrongOneIsRefused() {
    assertThat(as("tl_" + "A".repeat(43)).get("/v1/prices").statusCode()).isEqualTo(401);
  }
}
