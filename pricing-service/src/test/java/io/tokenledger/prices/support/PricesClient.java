package io.tokenledger.prices.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tokenledger.service.testing.TestTokens;

/** Calls of the pricing API, as different people. */
public final class PricesClient {

  public static final String ROOT = TestTokens.token("root", "superadmin");
  public static final String SERVICE = TestTokens.token("ingest", "prices:read");
  public static final String STRANGER = TestTokens.token("ann");
  public static final String OWNER = TestTokens.token("olga");
  public static final String ADMIN = TestTokens.token("adam");
  public static final String BILLING = TestTokens.token("bill");
  public static final String MEMBER = TestTokens.token("mia");

  /** An owner, of another org. */
  public static final String OTHER = TestTokens.token("otto");

  static {
    TestDirectory.migrate();
    TestDirectory.member("acme", "olga", "owner");
    TestDirectory.member("acme", "adam", "admin");
    TestDirectory.member("acme", "bill", "billing");
    TestDirectory.member("acme", "mia", "member");
    TestDirectory.member("other", "otto", "owner");
  }

  private PricesClient() {}

  /** Paths are sent as they stand. */
  public static RequestSpecification as(String token) {
    return given().urlEncodingEnabled(false).auth().oauth2(token);
  }

  public static Response put(String token, String model, String body) {
    return putTo(token, "/v1/prices/" + model, body);
  }

  public static Response putAlias(String token, String alias, String body) {
    return putTo(token, "/v1/aliases/" + alias, body);
  }

  public static Response putFactor(String token, String org, String body) {
    return putTo(token, "/v1/orgs/" + org + "/price-factors", body);
  }

  private static Response putTo(String token, String path, String body) {
    return as(token).contentType(ContentType.JSON).body(body.replace('\'', '"')).put(path);
  }

  public static Response resolve(String token, String body) {
    return as(token)
        .contentType(ContentType.JSON)
        .body(body.replace('\'', '"'))
        .post("/v1/resolve");
  }
}
