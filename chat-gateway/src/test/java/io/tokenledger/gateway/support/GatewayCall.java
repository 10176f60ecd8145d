package io.tokenledger.gateway.support;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A call of the gateway under test, as an SDK makes it. */
public final class GatewayCall {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final String path;
  private String body = "";
  private String method = "POST";

  private GatewayCall(String path) {
    this.path = path;
  }

  public static GatewayCall to(String path) {
    return new GatewayCall(path).header("content-type", "application/json");
  }

  /** A chat with a model, streamed or not. */
  public static GatewayCall chat(String key, String script, String model, boolean stream) {
    return to("/v1/chat/completions")
        .header("authorization", "Bearer " + key)
        .script(script)
        .body(
            "{\"model\":\"%s\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}"
                .formatted(model, stream));
  }

  public GatewayCall header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public GatewayCall script(String name) {
    return header(ScriptedUpstream.HEADER, name);
  }

  public GatewayCall body(String text) {
    body = text;
    return this;
  }

  public GatewayCall method(String name) {
    method = name;
    return this;
  }

  public HttpResponse<byte[]> send() {
    return send(BodyHandlers.ofByteArray());
  }

  public HttpResponse<String> text() {
    return send(BodyHandlers.ofString());
  }

  /** To be read, or left, by the test. */
  public HttpResponse<InputStream> open() {
    return send(BodyHandlers.ofInputStream());
  }

  private <T> HttpResponse<T> send(HttpResponse.BodyHandler<T> handler) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path));
    request.timeout(Duration.ofSeconds(15));
    headers.forEach(request::header);
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      return HTTP.send(request.build(), handler);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
