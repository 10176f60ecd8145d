package io.tokenledger.bench.ingest;

import io.tokenledger.bench.BenchStack;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long the stages of batches have taken so far, as the services' own metrics say.
 *
 * @param seconds by stage, of all batches
 * @param batches by stage
 */
record StageTimes(Map<String, Double> seconds, Map<String, Double> batches) {

  private static final List<Component> WITH_STAGES =
      List.of(Component.USAGE_INGEST, Component.USAGE_AGGREGATOR);

  private static final Pattern METRIC =
      Pattern.compile(
          "tokenledger_stage_duration_seconds_(sum|count)\\{.*stage=\"(\\w+)\".*} (.+)");

  static StageTimes read(BenchStack stack, HttpClient http)
      throws IOException, InterruptedException {
    StageTimes times = new StageTimes(new HashMap<>(), new HashMap<>());
    for (Component component : WITH_STAGES) {
      URI metrics = URI.create(stack.access().managementUrl(component) + "/metrics");
      HttpRequest request = HttpRequest.newBuilder(metrics).build();
      http.send(request, HttpResponse.BodyHandlers.ofString()).body().lines().forEach(times::take);
    }
    return times;
  }

  private void take(String line) {
    Matcher metric = METRIC.matcher(line);
    if (metric.matches()) {
      Map<String, Double> of = metric.group(1).equals("sum") ? seconds : batches;
      of.merge(metric.group(2), Double.parseDouble(metric.group(3)), Double::sum);
    }
  }

  /** What a batch took on average since then, in milliseconds by stage. */
  Map<String, Long> meanMillisSince(StageTimes before) {
    Map<String, Long> means = new TreeMap<>();
    batches.forEach(
        (stage, count) -> {
          double more = count - before.batches.getOrDefault(stage, 0.0);
          double took = seconds.get(stage) - before.seconds.getOrDefault(stage, 0.0);
          if (more > 0) {
            means.put(stage, Math.round(1000 * took / more));
          }
        });
    return means;
  }
}
