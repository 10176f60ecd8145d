package io.tokenledger.prices.http;

import static io.restassured.RestAssured.given;
import static io.tokenledger.prices.support.PricesClient.ADMIN;
import static io.tokenledger.prices.support.PricesClient.BILLING;
import static io.tokenledger.prices.support.PricesClient.MEMBER;
import static io.tokenledger.prices.support.PricesClient.OTHER;
import static io.tokenledger.prices.support.PricesClient.OWNER;
import static io.tokenledger.prices.support.PricesClient.ROOT;
import static io.tokenledger.prices.support.PricesClient.SERVICE;
import static io.tokenledger.prices.support.PricesClient.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tokenledger.service.testing.LedgerServers;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what; one line is one endpoint. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class PricesAccessIT {

  private static final Map<String, String> TOKENS =
      Map.of(
          "root", ROOT,
          "service", SERVICE,
          "owner", OWNER,
          "admin", ADMIN,
          "billing", BILLING,
          "member", MEMBER,
          "other", OTHER,
          "stranger", STRANGER,
          "tampered", ROOT.substring(0, ROOT.length() - 6) + "AAAAAA");

  private static final String USAGE =
      "[{\"provider\":\"a\",\"modelName\":\"m\",\"orgId\":\"acme\",\"usage\":{}}]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET    | /v1/price-book | root service | owner admin billing member other stranger",
        "GET    | /v1/prices | root service owner admin billing member other stranger | ",
        "GET    | /v1/prices?orgId=acme | root service owner admin billing member | other stranger",
        "GET    | /v1/prices/openai/gpt-4o | root service admin member stranger | ",
        "GET    | /v1/prices/openai/gpt-4o?orgId=acme | root service owner admin billing member | other stranger",
        "GET    | /v1/prices/openai/gpt-4o/history | root service admin member stranger | ",
        "GET    | /v1/prices/openai/gpt-4o/history?orgId=acme | root service admin billing member | other stranger",
        "PUT    | /v1/prices/access/m | root | service owner admin billing member other stranger",
        "PUT    | /v1/prices/access/m?contract | root owner admin | service billing member other stranger",
        "DELETE | /v1/prices/openai/gpt-4 |  | service owner admin billing member other stranger",
        "DELETE | /v1/prices/openai/gpt-4?orgId=acme |  | service billing member other stranger",
        "GET    | /v1/aliases | root service owner admin billing member other stranger | ",
        "GET    | /v1/aliases?orgId=acme | root service owner admin billing member | other stranger",
        "PUT    | /v1/aliases/access/a | root | service owner admin billing member other stranger",
        "PUT    | /v1/aliases/access/a?contract | root owner admin | service billing member other stranger",
        "DELETE | /v1/aliases/access/none |  | service owner admin billing member other stranger",
        "DELETE | /v1/aliases/access/none?orgId=acme |  | service billing member other stranger",
        "GET    | /v1/price-changes?limit=1 | root service owner admin billing member other stranger | ",
        "GET    | /v1/price-changes?orgId=acme | root service owner admin billing member | other stranger",
        "POST   | /v1/resolve | root service owner admin billing member | other stranger",
        "GET    | /v1//price-book                     | | ",
        "GET    | /v1/./price-book                    | root service | member stranger",
        "GET    | /v1/price-book;x=y                  | | "
      })
  void everyEndpointKnowsItsCallers(String method, String path, String allowed, String refused) {
    for (String who : names(allowed)) {
      assertThat(call(method, path, as(who)).statusCode()).as(who).isLessThan(300);
    }
    for (String who : names(refused)) {
      assertThat(call(method, path, as(who)).statusCode()).as(who).isEqualTo(403);
    }
    assertRefused(call(method, path, as("tampered")));
    assertRefused(call(method, path, given()));
  }

  /** A path that names no endpoint may also be 404, whoever asks. */
  private static void assertRefused(Response response) {
    assertThat(response.statusCode()).isIn(401, 404);
    if (response.statusCode() == 401) {
      assertThat(response.contentType()).startsWith("application/problem+json");
    }
  }

  private static RequestSpecification as(String who) {
    return given().auth().oauth2(TOKENS.get(who));
  }

  private static Response call(String method, String path, RequestSpecification request) {
    RequestSpecification prepared = request.urlEncodingEnabled(false);
    if (method.equals("PUT")) {
      prepared.contentType(ContentType.JSON).body(body(path));
    }
    if (method.equals("POST")) {
      prepared.contentType(ContentType.JSON).body(USAGE);
    }
    return prepared.request(method, path);
  }

  private static String body(String path) {
    String change =
        path.startsWith("/v1/aliases")
            ? "\"targetProvider\":\"openai\",\"targetModelName\":\"gpt-4o\""
            : "\"rates\":{\"input\":\"1\"}";
    String org = path.endsWith("?contract") ? "\"orgId\":\"acme\"," : "";
    return "{" + org + change + "}";
  }

  private static String[] names(String cell) {
    return cell == null ? new String[0] : cell.trim().split(" ");
  }
}
