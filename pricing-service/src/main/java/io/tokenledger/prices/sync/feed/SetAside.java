package io.tokenledger.prices.sync.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.sync.plan.DoubtfulPrice;
import io.tokenledger.prices.sync.plan.ListedPrices;
import io.tokenledger.prices.sync.plan.SkipReason;
import io.tokenledger.pricing.json.RatesJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What of the public lists is not in the bundled one, and why: {@code
 * {"setAside":[…],"passedOver":[…],"corrected":[…]}}, one entry a line.
 */
final class SetAside {

  private SetAside() {}

  static byte[] encode(PublicPrices prices) {
    List<ObjectNode> passedOver = new ArrayList<>();
    passedOver(PriceSource.LITELLM, prices.liteLlm(), passedOver);
    passedOver(PriceSource.OPENROUTER, prices.openRouter(), passedOver);
    String text =
        "{\"setAside\":"
            + lines(prices.doubtful().stream().map(SetAside::json).toList())
            + ",\"passedOver\":"
            + lines(passedOver)
            + ",\"corrected\":"
            + lines(prices.corrections().stream().map(SetAside::json).toList())
            + "}\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** For whoever runs the conversion: how many and why, and each that is set aside. */
  static List<String> summary(PublicPrices prices) {
    List<String> lines = new ArrayList<>();
    for (DoubtfulPrice each : prices.doubtful()) {
      lines.add("set aside: " + each.price().model() + ": " + each.reason());
    }
    Map<SkipReason, Integer> counts = new TreeMap<>();
    for (ListedPrices list : List.of(prices.liteLlm(), prices.openRouter())) {
      list.skipped().forEach((reason, names) -> counts.merge(reason, names.size(), Integer::sum));
    }
    counts.forEach((reason, count) -> lines.add(count + " passed over: " + reason.code()));
    lines.add(prices.corrections().size() + " prices corrected");
    lines.add(prices.doubtful().size() + " models set aside");
    return lines;
  }

  private static void passedOver(PriceSource source, ListedPrices list, List<ObjectNode> all) {
    list.skipped()
        .forEach(
            (reason, names) ->
                names.stream()
                    .sorted()
                    .forEach(
                        name ->
                            all.add(
                                object()
                                    .put("source", source.code())
                                    .put("name", name)
                                    .put("reason", reason.code()))));
  }

  private static ObjectNode json(DoubtfulPrice each) {
    ObjectNode json =
        object()
            .put("source", each.price().source())
            .put("provider", each.price().provider())
            .put("modelName", each.price().modelName())
            .put("reason", each.reason());
    return json.set("rates", RatesJson.encode(each.price().rates().orElseThrow()));
  }

  private static ObjectNode json(LiteLlmCorrections.Correction each) {
    return object()
        .put("source", PriceSource.LITELLM.code())
        .put("name", each.key())
        .put("field", each.field())
        .put("listed", each.listed())
        .put("price", each.price())
        .put("reason", each.why())
        .put("seeAlso", each.source());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String lines(List<ObjectNode> entries) {
    return entries.stream()
        .map(JsonNode::toString)
        .collect(Collectors.joining(",\n", "[\n", "\n]"));
  }
}
