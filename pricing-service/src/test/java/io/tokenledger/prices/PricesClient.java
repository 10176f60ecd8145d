package io.tokenledger.prices;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tokenledger.service.testing.TestTokens;
import java.util.Map;

/** Calls of the pricing API, as different people. */
final class PricesClient {

  static final String ROOT = TestTokens.token("root", "superadmin");
  static final String SERVICE = TestTokens.token("ingest", "prices:read");
  static final String STRANGER = TestTokens.token("ann");
  static final String ADMIN = TestTokens.token("adam", Map.of("acme", "admin"));
  static final String MEMBER = TestTokens.token("mia", Map.of("acme", "member"));

  private PricesClient() {}

  /** Paths are sent as they stand. */
  static RequestSpecification as(String token) {
    return given().urlEncodingEnabled(false).auth().oauth2(token);
  }

  static Response put(String token, String model, String body) {
    return as(token)
        .contentType(ContentType.JSON)
        .body(body.replace('\'', '"'))
        .put("/v1/prices/" + model);
  }

  static Response resolve(String token, String body) {
    return as(token)
        .contentType(ContentType.JSON)
        .body(body.replace('\'', '"'))
        .post("/v1/resolve");
  }
}
