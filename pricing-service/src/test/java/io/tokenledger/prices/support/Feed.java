package io.tokenledger.prices.support;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;

/** What {@link FeedServer} serves, as a test sets it. */
public final class Feed {

  /**
   * Always listed: a list that is much smaller than the one before, or the bundled one, is refused.
   */
  private static final List<String> COMMON =
      IntStream.range(0, 250).mapToObj(number -> model("common/" + number, "1")).toList();

  private Feed() {}

  /** A model of OpenRouter's list; USD per million input tokens, output is free. */
  public static String model(String id, String usdPerMillion) {
    return "{\"id\":\"%s\",\"pricing\":{\"prompt\":\"%se-6\",\"completion\":\"0\"}}"
        .formatted(id, usdPerMillion);
  }

  static String list(String... models) {
    List<String> all = new ArrayList<>(COMMON);
    all.addAll(List.of(models));
    return "{\"data\":[" + String.join(",", all) + "]}";
  }

  /** OpenRouter's list has the common models and these. */
  public static void lists(String... models) {
    answers("openrouter", 200, "application/json", list(models));
  }

  /** The same, but the answer waits for the next call of any of these methods. */
  public static void holdsBack(String... models) {
    put("openrouter", request(200, "application/json").header(FeedServer.HOLD, "1"), list(models));
  }

  public static void answers(String source, int status, String type, String body) {
    put(source, request(status, type), body);
  }

  private static RequestSpecification request(int status, String type) {
    return given().header(FeedServer.STATUS, status).header(FeedServer.TYPE, type);
  }

  private static void put(String source, RequestSpecification request, String body) {
    String url =
        ConfigProvider.getConfig()
            .getValue("tokenledger.prices.sync." + source + "-url", String.class);
    request.contentType("application/octet-stream").body(body.getBytes()).put(url);
  }
}
