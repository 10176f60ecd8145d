package io.tokenledger.ingest.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The events of one body, by their places in it; none of them is looked into yet. */
final class EventItems {

  static final int MOST = 1_000;

  private final UsageEventDecoder decoder = new UsageEventDecoder();

  /**
   * One of them.
   *
   * @param index its place in the array, or its line, from 0
   * @param json fails with {@link InvalidEventException} for a line that is none
   */
  record Item(int index, Supplier<JsonNode> json) {}

  /**
   * A value alone, or those of an array.
   *
   * @throws ApiException 400 for what is no JSON, or an array of none or too many
   */
  List<Item> ofJson(byte[] body) {
    JsonNode json = parse(body);
    if (!json.isArray()) {
      return List.of(new Item(0, () -> json));
    }
    requireCount(json.size(), "array", "events");
    List<Item> items = new ArrayList<>(json.size());
    for (JsonNode each : json) {
      items.add(new Item(items.size(), () -> each));
    }
    return items;
  }

  /**
   * Each line for itself; empty ones are passed over, and count as lines.
   *
   * @throws ApiException 400 for none or too many
   */
  List<Item> ofLines(byte[] body) {
    List<Item> items = new ArrayList<>();
    int line = 0;
    for (int begin = 0; begin < body.length; line++) {
      int end = endOfLine(body, begin);
      if (!isBlank(body, begin, end)) {
        int from = begin;
        items.add(new Item(line, () -> parseLine(body, from, end)));
        requireCount(items.size(), "body", "lines");
      }
      begin = end + 1;
    }
    requireCount(items.size(), "body", "lines");
    return items;
  }

  JsonNode parse(byte[] body) {
    try {
      return decoder.parse(body, IntakeBodies.MAX_BYTES);
    } catch (InvalidEventException e) {
      throw new ApiException(
          e.code() == RejectionCode.TOO_LARGE ? ProblemCode.TOO_LARGE : ProblemCode.INVALID_BODY,
          "The body cannot be read: " + e.getMessage() + ".");
    }
  }

  private JsonNode parseLine(byte[] body, int from, int to) {
    return decoder.parse(Arrays.copyOfRange(body, from, to), UsageLimits.MAX_MESSAGE_BYTES);
  }

  private static int endOfLine(byte[] body, int from) {
    int end = from;
    while (end < body.length && body[end] != '\n') {
      end++;
    }
    return end;
  }

  private static boolean isBlank(byte[] body, int from, int to) {
    for (int i = from; i < to; i++) {
      if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private static void requireCount(int count, String whole, String parts) {
    if (count == 0 || count > MOST) {
      throw new ApiException(
          ProblemCode.INVALID_BODY, "The %s must hold 1 to %d %s.".formatted(whole, MOST, parts));
    }
  }
}
