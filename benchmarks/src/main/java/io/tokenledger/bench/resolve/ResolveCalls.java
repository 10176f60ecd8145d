package io.tokenledger.bench.resolve;

import io.tokenledger.bench.BenchStack;
import io.tokenledger.local.Component;
import io.tokenledger.local.postgres.AccessDirectory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One call after another over one kept connection, each with the token of an ordinary user. */
final class ResolveCalls {

  private static final String USER = "bench";
  private static final String ORG = "bench-org";
  private static final List<String> MODELS =
      List.of(
          "\"provider\":\"openai\",\"modelName\":\"gpt-4o\"",
          "\"provider\":\"openai\",\"modelName\":\"gpt-4o-mini-2024-07-18\"",
          "\"provider\":\"anthropic\",\"modelName\":\"claude-sonnet-4-20250514\"",
          "\"provider\":\"nobody\",\"modelName\":\"unlisted\"");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI url;
  private final String authorization;
  private final String orgField;
  private int next;

  private ResolveCalls(BenchStack stack, String orgField) {
    this.orgField = orgField;
    this.url = URI.create(stack.access().url(Component.PRICING_SERVICE) + "/v1/resolve");
    this.authorization =
        "Bearer " + stack.access().token(USER, Map.of(), List.of(), Duration.ofHours(1));
  }

  /** At everyone's prices. */
  static ResolveCalls global(BenchStack stack) {
    return new ResolveCalls(stack, "");
  }

  /** At an org's prices: the caller's role is looked up in the directory in each call. */
  static ResolveCalls ofAnOrg(BenchStack stack) throws SQLException {
    try (AccessDirectory directory = new AccessDirectory(stack.access().database())) {
      directory.putOrg(ORG, ORG);
      directory.putUser(USER, USER, "");
      directory.putMember(ORG, USER, "member");
    }
    return new ResolveCalls(stack, "\"orgId\":\"" + ORG + "\",");
  }

  /** The time of each call, from sending the request to having the whole answer. */
  Latencies measure(int items, int calls) throws IOException, InterruptedException {
    long[] nanos = new long[calls];
    for (int i = 0; i < calls; i++) {
      HttpRequest request = request(items);
      long started = System.nanoTime();
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      nanos[i] = System.nanoTime() - started;
      requireAnswered(answer, items);
    }
    return Latencies.of(items, nanos);
  }

  private HttpRequest request(int items) {
    String body =
        IntStream.range(0, items).mapToObj(i -> item()).collect(Collectors.joining(",", "[", "]"));
    return HttpRequest.newBuilder(url)
        .header("Authorization", authorization)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private String item() {
    next++;
    return "{%s%s,\"occurredAt\":\"2026-05-01T12:00:00Z\",\"usage\":{\"inputTokens\":%d,\"cacheReadTokens\":%d,\"outputTokens\":%d}}"
        .formatted(
            orgField,
            MODELS.get(next % MODELS.size()),
            2_000 + next % 5_000,
            next % 2_000,
            next % 999);
  }

  private static void requireAnswered(HttpResponse<byte[]> answer, int items) {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    int costs = body.split("\"costNanos\"", -1).length - 1;
    if (answer.statusCode() != 200 || costs != items) {
      throw new IllegalStateException(
          "pricing-service answered %d with %d costs for %d items"
              .formatted(answer.statusCode(), costs, items));
    }
  }
}
