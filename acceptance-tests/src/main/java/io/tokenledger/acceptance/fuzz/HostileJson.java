package io.tokenledger.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** JSON that was right before, and bytes that were. */
public final class HostileJson {

  private static final List<Charset> OTHER_ENCODINGS =
      List.of(
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          StandardCharsets.ISO_8859_1);

  private HostileJson() {}

  /** The same with one value, somewhere in it, replaced, removed or renamed. */
  public static JsonNode spoilt(JsonNode json, Dice dice) {
    if (json instanceof ObjectNode object && !object.isEmpty()) {
      spoil(object, dice);
      return object;
    }
    if (json instanceof ArrayNode array && !array.isEmpty()) {
      int index = dice.below(array.size());
      array.set(index, spoilt(array.get(index), dice));
      return array;
    }
    return value(dice);
  }

  private static void spoil(ObjectNode object, Dice dice) {
    String name = dice.oneOf(object.properties().stream().map(e -> e.getKey()).toList());
    switch (dice.below(6)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(dice.oneOf(HostileValues.TEXTS), object.remove(name));
      default -> object.set(name, spoilt(object.get(name), dice));
    }
  }

  public static JsonNode value(Dice dice) {
    return dice.oneIn(2)
        ? dice.oneOf(HostileValues.VALUES)
        : JsonNodeFactory.instance.textNode(dice.oneOf(HostileValues.TEXTS));
  }

  /** Arrays or objects in one another. */
  public static String deep(int levels, Dice dice) {
    boolean arrays = dice.oneIn(2);
    return (arrays ? "[" : "{\"a\":").repeat(levels) + "1" + (arrays ? "]" : "}").repeat(levels);
  }

  /** One object with so many fields, or one array with so many values. */
  public static String wide(int values, Dice dice) {
    if (dice.oneIn(2)) {
      return "[" + "{},".repeat(values - 1) + "{}]";
    }
    StringBuilder fields = new StringBuilder("{");
    for (int i = 0; i < values; i++) {
      fields.append(i == 0 ? "" : ",").append("\"f").append(i).append("\":").append(i);
    }
    return fields.append('}').toString();
  }

  /** Cut, in another encoding, twice, with bytes changed, or not what it was at all. */
  public static byte[] broken(String json, Dice dice) {
    byte[] right = json.getBytes(StandardCharsets.UTF_8);
    return switch (dice.below(7)) {
      case 0 -> Arrays.copyOf(right, dice.below(right.length));
      case 1 -> json.getBytes(dice.oneOf(OTHER_ENCODINGS));
      case 2 -> (json + "\n" + json).getBytes(StandardCharsets.UTF_8);
      case 3 -> ("\ufeff" + json).getBytes(StandardCharsets.UTF_8);
      case 4 -> dice.bytes(dice.below(2_000));
      case 5 -> dice.oneOf(HostileValues.BODIES).getBytes(StandardCharsets.UTF_8);
      default -> withOtherBytes(right, dice);
    };
  }

  private static byte[] withOtherBytes(byte[] right, Dice dice) {
    for (int i = 0; i <= dice.below(4); i++) {
      right[dice.below(right.length)] = (byte) dice.below(256);
    }
    return right;
  }
}
