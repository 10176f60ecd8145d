package io.tokenledger.prices.support;

import static io.tokenledger.prices.support.PricesClient.ROOT;
import static io.tokenledger.prices.support.PricesClient.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Calls of the sync API, as a superadmin. */
public final class SyncClient {

  private SyncClient() {}

  public static Response post(String path) {
    return as(ROOT).post(path);
  }

  public static Response post(String path, String body) {
    return as(ROOT).contentType(ContentType.JSON).body(body.replace('\'', '"')).post(path);
  }

  /** A run of OpenRouter's list that succeeds. */
  public static JsonPath sync() {
    return post("/v1/sync/openrouter").then().statusCode(200).extract().jsonPath();
  }

  public static JsonPath get(String path) {
    return as(ROOT).get(path).then().statusCode(200).extract().jsonPath();
  }

  /** USD per million input tokens now. */
  public static String inputPrice(String model) {
    return get("/v1/prices/openrouter/" + model).getString("rates.input");
  }

  /** Id of the one pending move of a model. */
  public static int pendingMove(String model) {
    return get("/v1/sync/quarantine?limit=500")
        .getInt("moves.find { it.modelName == '" + model + "' }.id");
  }

  /** Refused because of how things stand; the sentence says how. */
  public static void assertConflict(Response answer, String detail) {
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.jsonPath().getString("code")).isEqualTo("conflict");
    assertThat(answer.jsonPath().getString("detail")).contains(detail);
  }
}
