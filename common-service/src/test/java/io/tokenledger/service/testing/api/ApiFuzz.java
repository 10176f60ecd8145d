package io.tokenledger.service.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Sends hostile requests to every operation of the document. Whatever is sent: no 5xx, and a
 * refusal is a problem+json with a code. {@code -Dfuzz.seed=N} repeats a run.
 */
public final class ApiFuzz {

  private static final int AT_ONCE = 16;
  private static final int FAILURES_TOLD = 10;

  /** Answered by the server itself, before the service sees the request. */
  private static final Set<Integer> OF_THE_SERVER = Set.of(414, 431);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final List<String> failures = new ArrayList<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();

  private ApiFuzz() {}

  /**
   * @param tokens of the callers, an empty one for none; they must be of orgs that no other test
   *     looks at
   * @param known values of parameters, by name, with which a request gets past the access check
   */
  public static void assertWithstands(
      int requests, List<String> tokens, Map<String, String> known) {
    long seed = Long.getLong("fuzz.seed", System.nanoTime());
    ApiFuzz fuzz = new ApiFuzz();
    fuzz.run(requests, new HostileRequests(seed, tokens, known));
    System.out.printf("%d requests, seed %d: %s%n", requests, seed, fuzz.statuses);
    assertThat(fuzz.failures).as("seed %d", seed).isEmpty();
    assertThat(fuzz.statuses.getOrDefault(200, 0)).as("some must pass").isPositive();
  }

  private void run(int requests, HostileRequests hostile) {
    List<ApiOperation> operations = ApiDocument.fetch().operations();
    for (int sent = 0; sent < requests && failures.size() < FAILURES_TOLD; sent += AT_ONCE) {
      List<HttpRequest> batch = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        batch.add(hostile.of(operations.get((sent + i) % operations.size())));
      }
      batch.stream().map(this::send).toList().forEach(CompletableFuture::join);
    }
  }

  private CompletableFuture<Void> send(HttpRequest request) {
    return CLIENT
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenAccept(answer -> check(request, answer));
  }

  private synchronized void check(HttpRequest request, HttpResponse<String> answer) {
    int status = answer.statusCode();
    statuses.merge(status, 1, Integer::sum);
    boolean refusal = status >= 400 && status < 500 && !OF_THE_SERVER.contains(status);
    if (status >= 500 || refusal && !isProblem(answer)) {
      failures.add(
          "%s %s: %d %s".formatted(request.method(), request.uri(), status, answer.body()));
    }
  }

  private static boolean isProblem(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem")
        && answer.body().contains("\"code\"");
  }
}
