package io.tokenledger.query.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Calls the service under test; the path goes out exactly as given, tricks included. */
public final class Api {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private Api() {}

  /** An answer; its body is read as JSON on demand. */
  public record Answer(HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    /** The first of this name; empty when there is none. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
      return Api.json(body());
    }
  }

  /** Parses a text, so that answers compare whatever the order of their fields. */
  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + text, e);
    }
  }

  public static Answer get(String path, String token) {
    return call("GET", path, token);
  }

  /** From the port that health and metrics have of their own. */
  public static Answer management(String path) {
    String base = ConfigProvider.getConfig().getValue("test.management.url", String.class);
    return new Answer(
        send(HttpRequest.newBuilder(URI.create(base.replaceAll("(/q)?/?$", "") + path)).build()));
  }

  /** An empty token sends none. */
  public static Answer call(String method, String path, String token) {
    return call(
        HttpRequest.newBuilder().method(method, HttpRequest.BodyPublishers.noBody()), path, token);
  }

  public static Answer send(String method, String path, String token, String json) {
    return send(method, path, token, json, "application/json");
  }

  public static Answer send(String method, String path, String token, String body, String type) {
    return call(
        HttpRequest.newBuilder()
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", type),
        path,
        token);
  }

  /** With headers of one's own and no token, as a browser asks. */
  public static Answer callWith(String method, String path, Map<String, String> headers) {
    return callWith(method, path, headers, "");
  }

  public static Answer callWith(
      String method, String path, Map<String, String> headers, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder().method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return call(request, path, "");
  }

  private static Answer call(HttpRequest.Builder request, String path, String token) {
    request.uri(URI.create(base() + path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return new Answer(send(request.timeout(ANSWER_WITHIN).build()));
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(request.uri() + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String base() {
    return ConfigProvider.getConfig().getValue("test.url", String.class).replaceAll("/$", "");
  }
}
