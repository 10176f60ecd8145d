package io.tokenledger.acceptance.fuzz.requests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.acceptance.fuzz.Dice;
import io.tokenledger.acceptance.fuzz.HostileJson;
import io.tokenledger.acceptance.fuzz.HostileValues;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** What is sent as a body: the example of the document with one thing wrong, or anything else. */
final class HostileBody {

  private static final int KIB = 1024;

  /** Around the limits of the services and of their endpoints. */
  private static final List<Integer> SIZES =
      List.of(
          256 * KIB,
          300 * KIB,
          1024 * KIB,
          1100 * KIB,
          5 * 1024 * KIB,
          6 * 1024 * KIB,
          7 * 1024 * KIB);

  private static final List<Integer> ITEMS = List.of(0, 1, 2, 100, 999, 1_000, 1_001, 20_000);

  private HostileBody() {}

  static byte[] of(OpenApi.Operation operation, Dice dice) {
    if (operation.bodies().isEmpty()) {
      return dice.oneIn(50) ? utf8(dice.oneOf(HostileValues.BODIES)) : new byte[0];
    }
    JsonNode example = ofOurOrg(dice.oneOf(operation.bodies()).deepCopy(), dice);
    if (dice.oneIn(300)) {
      return ofSize(example, dice.oneOf(SIZES) + dice.below(3) - 1, dice);
    }
    return switch (dice.below(20)) {
      case 0 -> utf8(example.toString());
      case 1 -> utf8(dice.oneOf(HostileValues.BODIES));
      case 2, 3 -> HostileJson.broken(example.toString(), dice);
      case 4 ->
          utf8(inside(example, HostileJson.deep(dice.below(dice.oneIn(20) ? 100_000 : 60), dice)));
      case 5 ->
          utf8(
              inside(
                  example,
                  HostileJson.wide(1 + dice.below(dice.oneIn(20) ? 400_000 : 2_000), dice)));
      case 6 -> utf8(many(example, dice));
      default -> utf8(HostileJson.spoilt(example, dice).toString());
    };
  }

  /** Or nearly every body would be refused because of its org. */
  private static JsonNode ofOurOrg(JsonNode example, Dice dice) {
    if (example instanceof ObjectNode object && object.has("orgId") && !dice.oneIn(20)) {
      object.put("orgId", Credentials.ORG);
      if (object.has("eventId")) {
        object.put("eventId", "fuzz-" + dice.below(1_000_000));
      }
    } else if (example.isArray()) {
      example.forEach(each -> ofOurOrg(each, dice));
    }
    return example;
  }

  private static String inside(JsonNode example, String value) {
    String text = example.toString();
    return text.endsWith("}")
        ? text.substring(0, text.length() - 1) + ",\"more\":" + value + "}"
        : value;
  }

  private static String many(JsonNode example, Dice dice) {
    return "[" + String.join(",", Collections.nCopies(dice.oneOf(ITEMS), example.toString())) + "]";
  }

  /** Of exactly so many bytes: blanks, one text, or many small values. */
  private static byte[] ofSize(JsonNode example, int size, Dice dice) {
    String text = inside(example, "\"\"");
    int room = Math.max(0, size - utf8(text).length);
    return switch (dice.below(3)) {
      case 0 -> utf8(text + " ".repeat(room));
      case 1 -> utf8(inside(example, "\"" + "x".repeat(room) + "\""));
      default -> utf8(inside(example, "[" + "{},".repeat(Math.max(0, room - 2) / 3) + "{}]"));
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
