package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.local.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a service answers to Prometheus, in its classic text format. */
record Scrape(String text) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern OURS = Pattern.compile("(llm|tokenledger|playground|experiment)_.*");

  static Scrape of(RunningLedger ledger, Component service) {
    return of(ledger.access().managementUrl(service));
  }

  static Scrape of(String managementUrl) {
    URI metrics = URI.create(managementUrl + "/metrics");
    try {
      HttpResponse<String> answer =
          HTTP.send(
              HttpRequest.newBuilder(metrics).header("Accept", "text/plain").build(),
              HttpResponse.BodyHandlers.ofString());
      return new Scrape(answer.body().replace(",}", "}"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param series a name, and its labels as they are written
   * @return not a number when it is not there
   */
  double value(String series) {
    return text.lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElse(Double.NaN);
  }

  void assertTypes(Map<String, String> typeByName) {
    typeByName.forEach((name, type) -> assertThat(typeOf(name)).as(name).isEqualTo(type));
  }

  private String typeOf(String name) {
    String declared = "# TYPE " + name + " ";
    return text.lines()
        .filter(line -> line.startsWith(declared))
        .map(line -> line.substring(declared.length()))
        .findFirst()
        .orElse("not there");
  }

  /** The values that a label of a metric has. */
  Set<String> labels(String metric, String label) {
    Pattern series =
        Pattern.compile(metric + "[a-z_]*\\{.*?\\b" + label + "=\"([^\"]*)\".*", Pattern.DOTALL);
    return text.lines()
        .map(series::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  /** The ledger's own metrics that nothing is said about. */
  List<String> withoutHelp() {
    return text.lines()
        .filter(line -> line.startsWith("# HELP "))
        .map(line -> line.substring("# HELP ".length()).strip())
        .filter(line -> !line.contains(" ") && OURS.matcher(line).matches())
        .toList();
  }
}
