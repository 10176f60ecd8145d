package io.tokenledger.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.local.Component;
import io.tokenledger.local.LedgerAccess;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Asks for what the first page asks for, as the first user. A JVM loads classes for its first
 * answers, for a second or more; this way nobody waits for them.
 */
final class FirstPage {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TIMES = 3;
  private static final int DAYS = 30;
  private static final int TIMEOUT_MILLIS = 10_000;

  private final String query;

  FirstPage(LedgerAccess access) {
    this.query = access.url(Component.USAGE_QUERY);
  }

  /** Whatever is answered: a service that cannot answer says so to who looks at it. */
  void ask() {
    try {
      for (int i = 0; i < TIMES; i++) {
        String token = signIn();
        for (String path : paths(LocalDate.now(ZoneOffset.UTC))) {
          read(open(path, token));
        }
      }
    } catch (IOException e) {
      // Nothing depends on it.
    }
  }

  private static List<String> paths(LocalDate today) {
    String org = "/orgs/" + DemoPlatform.SIGN_IN_ORG;
    String days = "from=" + today.minusDays(DAYS - 1) + "&to=" + today + "&tz=UTC";
    String timeline = org + "/analytics/timeline?" + days + "&granularity=daily";
    return List.of(
        "/me",
        org + "/budget",
        org + "/analytics/summary?period=custom&" + days,
        timeline,
        timeline + "&groupBy=provider",
        org + "/analytics/top-users?" + days + "&limit=10");
  }

  private String signIn() throws IOException {
    HttpURLConnection connection = open("/auth/login", null);
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    String body =
        JSON.createObjectNode()
            .put("user", DemoPlatform.SIGN_IN_USER)
            .put("password", DemoSignIn.PASSWORD)
            .toString();
    connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    return JSON.readTree(read(connection)).path("token").asText();
  }

  private HttpURLConnection open(String path, String token) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(query + path).toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    if (token != null) {
      connection.setRequestProperty("Authorization", "Bearer " + token);
    }
    return connection;
  }

  private static byte[] read(HttpURLConnection connection) throws IOException {
    try (InputStream answer = connection.getInputStream()) {
      return answer.readAllBytes();
    }
  }
}
