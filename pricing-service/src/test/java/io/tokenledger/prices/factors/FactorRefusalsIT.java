package io.tokenledger.prices.factors;

import static io.tokenledger.prices.support.PricesClient.ROOT;
import static io.tokenledger.prices.support.PricesClient.as;
import static io.tokenledger.prices.support.PricesClient.putFactor;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tokenledger.service.testing.LedgerServers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no factor is refused, by name of what is wrong. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class FactorRefusalsIT {

  private static final String ORG = "factor-refused";
  private static final String PATH = "/v1/orgs/" + ORG + "/price-factors";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | factor",
        "{'factor':'0'} | factor",
        "{'factor':'-1'} | factor",
        "{'factor':'0.00009'} | factor",
        "{'factor':'100.1'} | factor",
        "{'factor':'0.1234567'} | factor",
        "{'factor':'1e0'} | factor",
        "{'factor':'1,2'} | factor",
        "{'factor':'12 %'} | factor",
        "{'factor':0.88} | factor",
        "{'factor':null} | factor",
        "{'factor':'1','models':'claude-*'} | provider",
        "{'factor':'1','provider':'a','models':'claude*'} | models",
        "{'factor':'1','provider':'a','models':'*'} | models",
        "{'factor':'1','provider':'a','models':'*-mini'} | models",
        "{'factor':'1','provider':'a\\u0000'} | provider",
        "{'factor':'1','effectiveFrom':'x'} | effectiveFrom",
        "{'factor':'1','orgId':'acme'} | orgId",
        "[] | factor"
      })
  void aBadBodyIsRefusedNamingTheField(String body, String field) {
    Response refused = putFactor(ROOT, ORG, body);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("code")).isEqualTo("invalid_body");
    assertThat(refused.jsonPath().getString("detail")).contains(field);
  }

  @ParameterizedTest
  @CsvSource({"at=x,at", "knownAt=x,knownAt", "limit=0,limit", "cursor=%25,cursor"})
  void aBadParameterIsRefusedNamingIt(String query, String parameter) {
    Response refused = as(ROOT).get(PATH + "?" + query);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("detail")).contains("'" + parameter + "'");
    assertThat(as(ROOT).get("/v1/orgs/a%20b/price-factors").statusCode()).isEqualTo(400);
    assertThat(as(ROOT).delete(PATH + "?models=c-*").statusCode()).isEqualTo(400);
  }
}
