package io.tokenledger.bench.query;

import io.tokenledger.bench.BenchStack;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The calls of the busiest org, read as fast as they come, and what that takes of memory. */
final class ExportRun {

  private static final int OK = 200;

  private final HttpClient http = HttpClient.newHttpClient();
  private final BenchStack stack;
  private final String token;

  ExportRun(BenchStack stack, String token) {
    this.stack = stack;
    this.token = token;
  }

  /**
   * What was measured.
   *
   * @param rows lines of the answer
   * @param peakMebibytesBefore the most that usage-query's process held since the measuring before
   * @param peakMebibytes the most that it held during the export
   */
  record Figures(long rows, long seconds, long peakMebibytesBefore, long peakMebibytes) {}

  /** By format, in alphabetical order. */
  Map<String, Figures> run(String period) throws IOException, InterruptedException {
    Map<String, Figures> exports = new TreeMap<>();
    for (String format : new String[] {"csv", "ndjson"}) {
      System.err.printf("Measuring export as %s ...%n", format);
      exports.put(format, export(format, period));
    }
    return exports;
  }

  private Figures export(String format, String period) throws IOException, InterruptedException {
    long before = stack.peakMebibytesSinceAsked(Component.USAGE_QUERY);
    long started = System.nanoTime();
    HttpResponse<Stream<String>> answer =
        http.send(
            HttpRequest.newBuilder(
                    URI.create(
                        stack.access().url(Component.USAGE_QUERY)
                            + "/orgs/org-0/analytics/export?format=%s&%s"
                                .formatted(format, period)))
                .header("Authorization", "Bearer " + token)
                .build(),
            HttpResponse.BodyHandlers.ofLines());
    if (answer.statusCode() != OK) {
      throw new IOException("An export was answered with " + answer.statusCode());
    }
    long rows = answer.body().count();
    return new Figures(
        rows,
        (System.nanoTime() - started) / 1_000_000_000,
        before,
        stack.peakMebibytesSinceAsked(Component.USAGE_QUERY));
  }
}
