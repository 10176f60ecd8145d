package io.tokenledger.acceptance.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A Prometheus of its own, which scrapes every second. */
public final class Prometheus implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Process process;
  private final URI address;

  private Prometheus(Process process, URI address) {
    this.process = process;
    this.address = address;
    // A test that is broken off leaves no server behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop Prometheus"));
  }

  /** Whether there is one on the path. */
  public static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "prometheus")));
  }

  /**
   * @param targets host and port by job
   * @param rules folder of the rule files
   */
  public static Prometheus start(Path folder, int port, Map<String, String> targets, Path rules)
      throws IOException {
    Path configuration = folder.resolve("prometheus.yml");
    Files.writeString(configuration, configuration(targets, rules));
    URI address = URI.create("http://127.0.0.1:" + port);
    Process process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=" + address.getAuthority())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    return new Prometheus(process, address);
  }

  /**
   * Whether a query finds a series now whose value is a number.
   *
   * @throws IllegalArgumentException when it is no query
   */
  public boolean findsNumbers(String expression) throws IOException, InterruptedException {
    JsonNode answer =
        get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
    if (!answer.path("status").asText().equals("success")) {
      throw new IllegalArgumentException(answer.path("error").asText());
    }
    return each(answer.at("/data/result"))
        .anyMatch(series -> !series.at("/value/1").asText().equals("NaN"));
  }

  /**
   * The type that a scraped service tells for a metric; "unknown" where none does. Services leave
   * the end {@code _total} out of a counter's name.
   */
  public String type(String metric) throws IOException, InterruptedException {
    JsonNode told = get("/api/v1/metadata").path("data");
    String base = metric.replaceFirst("_total$", "");
    return told.path(told.has(metric) ? metric : base).at("/0/type").asText("unknown");
  }

  /** Names of the groups that were loaded. */
  public List<String> ruleGroups() throws IOException, InterruptedException {
    return each(get("/api/v1/rules").at("/data/groups"))
        .map(group -> group.path("name").asText())
        .toList();
  }

  /** The rules whose last evaluation failed, or that have had none. */
  public List<String> rulesNotHealthy() throws IOException, InterruptedException {
    return each(get("/api/v1/rules").at("/data/groups"))
        .flatMap(group -> each(group.path("rules")))
        .filter(rule -> !rule.path("health").asText().equals("ok"))
        .map(rule -> rule.path("name").asText())
        .toList();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
    return json.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static String configuration(Map<String, String> targets, Path rules) {
    String jobs =
        targets.entrySet().stream()
            .map(
                target ->
                    """
                      - job_name: %s
                        static_configs:
                          - targets: ["%s"]
                    """
                        .formatted(target.getKey(), target.getValue()))
            .collect(Collectors.joining());
    return """
        global:
          scrape_interval: 1s
          evaluation_interval: 1s
        rule_files:
          - %s/*.yml
        scrape_configs:
        %s"""
        .formatted(rules, jobs);
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
