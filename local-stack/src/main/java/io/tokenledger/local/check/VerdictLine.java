package io.tokenledger.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.PlainText;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A verdict for people, on one line that nothing in the event can break. */
public final class VerdictLine {

  private static final VerdictJson JSON = new VerdictJson(true);

  private VerdictLine() {}

  public static String of(Verdict verdict) {
    ObjectNode json = JSON.of(verdict);
    String outcome = "line %d: %s".formatted(verdict.line(), json.path("outcome").asText());
    if (verdict.isRefused()) {
      return "%s, %s: %s".formatted(outcome, verdict.code(), json.path("detail").asText());
    }
    String detail = json.path("detail").asText();
    return PlainText.oneLine(
        "%s%s, %s %s, %s%s, %s"
            .formatted(
                outcome,
                detail.isEmpty() ? "" : " (" + detail + ")",
                json.path("provider").asText(),
                json.path("modelName").asText(),
                counts(json),
                source(json),
                cost(json)));
  }

  private static String counts(ObjectNode json) {
    String counts =
        Stream.concat(
                json.path("tokens").properties().stream(), json.path("units").properties().stream())
            .map(VerdictLine::count)
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "no tokens" : counts;
  }

  private static String count(Map.Entry<String, JsonNode> count) {
    return count.getKey() + " " + count.getValue().asText();
  }

  private static String source(ObjectNode json) {
    String source = json.path("usageSource").asText();
    return source.equals("reported") ? "" : ", " + source;
  }

  private static String cost(ObjectNode json) {
    String status = json.path("costStatus").asText();
    String cost =
        json.has("costUsd") ? json.path("costUsd").asText() + " USD" : "no price is listed";
    return status.equals("priced") || status.equals("unpriced") ? cost : cost + " (" + status + ")";
  }
}
