package io.tokenledger.acceptance.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.local.Component;
import io.tokenledger.local.LedgerAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The HTTP APIs of the running services. An empty token means none. */
public final class Api {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();
  private final LedgerAccess access;

  public Api(LedgerAccess access) {
    this.access = access;
  }

  public record Answer(int status, JsonNode json) {}

  public Answer get(Component service, String path, String token) {
    return call(service, "GET", path, token, "");
  }

  public Answer call(Component service, String method, String path, String token, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(access.url(service) + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), json.readTree(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The whole answer to a request of exactly this path, which no client has tidied up. */
  public String raw(Component service, String method, String path, String token) {
    URI address = URI.create(access.url(service));
    String authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
    String request =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + authorization
            + "\r\n";
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String superadmin() {
    return token("root", Map.of(), List.of("superadmin"));
  }

  public String token(String userId, Map<String, String> orgRoles, Collection<String> groups) {
    return access.token(userId, orgRoles, groups, Duration.ofHours(1));
  }
}
