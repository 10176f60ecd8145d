package io.tokenledger.bench.memory;

import io.tokenledger.bench.BenchStack;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Calls by a superadmin, so many at once; answers are read as they come, and let go. */
final class ParallelCalls {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final BenchStack stack;
  private final int atOnce;
  private final String token;

  ParallelCalls(BenchStack stack, int atOnce) {
    this.stack = stack;
    this.atOnce = atOnce;
    this.token = stack.access().token("root", Map.of(), List.of("superadmin"), Duration.ofHours(5));
  }

  /**
   * @param path of the call with this number
   * @return how often each status came; 0 for a connection that was closed
   */
  Map<Integer, Integer> get(Component service, int calls, IntFunction<String> path)
      throws InterruptedException {
    return all(calls, number -> request(service, path.apply(number)).GET());
  }

  /** As {@link #get}, with a body of JSON. */
  Map<Integer, Integer> post(Component service, int calls, String path, IntFunction<String> body)
      throws InterruptedException {
    return all(
        calls,
        number ->
            request(service, path).POST(HttpRequest.BodyPublishers.ofString(body.apply(number))));
  }

  /** As {@link #get}, with the same body for each. */
  Map<Integer, Integer> put(Component service, int calls, IntFunction<String> path, String body)
      throws InterruptedException {
    return all(
        calls,
        number ->
            request(service, path.apply(number)).PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(Component service, String path) {
    return HttpRequest.newBuilder(URI.create(stack.access().url(service) + path))
        .timeout(Duration.ofMinutes(2))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private Map<Integer, Integer> all(int calls, IntFunction<HttpRequest.Builder> requests)
      throws InterruptedException {
    Map<Integer, Integer> statuses = new TreeMap<>();
    ExecutorService callers = Executors.newFixedThreadPool(atOnce);
    for (int i = 0; i < calls; i++) {
      int number = i;
      callers.execute(
          () -> {
            int status = status(requests.apply(number).build());
            synchronized (statuses) {
              statuses.merge(status, 1, Integer::sum);
            }
          });
    }
    callers.shutdown();
    callers.awaitTermination(30, TimeUnit.MINUTES);
    return statuses;
  }

  private int status(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
