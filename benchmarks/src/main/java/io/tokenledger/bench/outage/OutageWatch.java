package io.tokenledger.bench.outage;

import io.tokenledger.bench.BenchStack;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an operator sees of usage-ingest and usage-aggregator while PostgreSQL is away. */
final class OutageWatch {

  static final List<Component> SERVICES =
      List.of(Component.USAGE_INGEST, Component.USAGE_AGGREGATOR);

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final Pattern BEGIN_OF_LINE = Pattern.compile("^\\d{4}-\\d{2}-");
  private static final int OK = 200;

  private final HttpClient http = HttpClient.newHttpClient();
  private final BenchStack stack;
  private final long began = System.nanoTime();
  private final long linesBefore;
  private final Map<Component, Long> downAfterMillis = new EnumMap<>(Component.class);
  private long highestLag;

  OutageWatch(BenchStack stack) throws IOException {
    this.stack = stack;
    this.linesBefore = logLines();
  }

  /**
   * @param downAfterMillis until the readiness of each service was down; absent if it never was
   * @param logLines of both services
   * @param highestLag of usage.events, as the metrics tell it
   */
  record Observation(
      Map<Component, Long> downAfterMillis, long millis, long logLines, long highestLag) {}

  void look() throws InterruptedException {
    for (Component service : SERVICES) {
      if (!downAfterMillis.containsKey(service) && !isReady(service)) {
        downAfterMillis.put(service, sinceMillis());
      }
    }
    highestLag = Math.max(highestLag, lag());
  }

  Observation observation() throws IOException {
    return new Observation(downAfterMillis, sinceMillis(), logLines() - linesBefore, highestLag);
  }

  private boolean isReady(Component service) throws InterruptedException {
    try {
      return get(service, "/q/health/ready").statusCode() == OK;
    } catch (IOException e) {
      return false; // No answer in time is one too.
    }
  }

  private long lag() throws InterruptedException {
    try {
      return get(Component.USAGE_INGEST, "/metrics")
          .body()
          .lines()
          .filter(line -> line.startsWith("tokenledger_consumer_lag{"))
          .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }

  private HttpResponse<String> get(Component service, String path)
      throws IOException, InterruptedException {
    URI address = URI.create(stack.access().managementUrl(service) + path);
    return http.send(
        HttpRequest.newBuilder(address).timeout(ANSWER_WITHIN).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Without the stacks beneath them. */
  private long logLines() throws IOException {
    long lines = 0;
    for (Component service : SERVICES) {
      try (Stream<String> log = Files.lines(stack.log(service))) {
        lines += log.filter(line -> BEGIN_OF_LINE.matcher(line).find()).count();
      }
    }
    return lines;
  }

  private long sinceMillis() {
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }
}
