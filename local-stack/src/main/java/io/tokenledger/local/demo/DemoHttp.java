package io.tokenledger.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Asks a service as a page or a program does. */
final class DemoHttp {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  /** What was asked for is not allowed, and will not be. */
  static final class NotAllowedException extends IOException {
    NotAllowedException(String message) {
      super(message);
    }
  }

  private final String service;

  /**
   * @param service its base address
   */
  DemoHttp(String service) {
    this.service = service;
  }

  /**
   * @param token empty where nobody is signed in
   * @throws IOException when the answer is no success, or there is none
   */
  byte[] get(String path, String token) throws IOException {
    return read(open(path, token));
  }

  /**
   * @return the answer's body, at the end of its stream
   * @throws IOException when the answer is no success, or there is none
   */
  byte[] post(String path, String token, Map<String, String> headers, JsonNode body)
      throws IOException {
    HttpURLConnection connection = open(path, token);
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/json");
    headers.forEach(connection::setRequestProperty);
    connection.setDoOutput(true);
    connection.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
    return read(connection);
  }

  JsonNode post(String path, String token, JsonNode body) throws IOException {
    return JSON.readTree(post(path, token, Map.of(), body));
  }

  private HttpURLConnection open(String path, String token) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(service + path).toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    if (!token.isEmpty()) {
      connection.setRequestProperty("Authorization", "Bearer " + token);
    }
    return connection;
  }

  private static byte[] read(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      throw new NotAllowedException(connection.getURL() + " answered " + status);
    }
    try (InputStream answer = connection.getInputStream()) {
      return answer.readAllBytes();
    }
  }
}
