package io.tokenledger.pricing.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.pricing.rates.PriceWindow;
import io.tokenledger.pricing.rates.RateCard;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Windows of the week as a JSON array. Without {@code days}, a window is of every day; a card's
 * fields stand beside the hours.
 */
final class PriceWindowsJson {

  private static final String DAYS = "days";
  private static final String FROM = "from";
  private static final String TO = "to";

  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final List<String> EVERY_DAY =
      Arrays.stream(DayOfWeek.values()).map(PriceWindowsJson::code).toList();

  private PriceWindowsJson() {}

  static ArrayNode encode(List<PriceWindow> windows) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    windows.forEach(window -> json.add(encode(window)));
    return json;
  }

  static List<PriceWindow> decode(List<StrictObject> json) {
    List<PriceWindow> windows = new ArrayList<>();
    for (StrictObject each : json) {
      PriceWindow window = decode(each);
      if (windows.stream().anyMatch(window::overlaps)) {
        throw each.refused("must not overlap with an earlier window");
      }
      windows.add(window);
    }
    return windows;
  }

  private static ObjectNode encode(PriceWindow window) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (window.days().size() < EVERY_DAY.size()) {
      ArrayNode days = json.putArray(DAYS);
      window.days().forEach(day -> days.add(code(day)));
    }
    json.put(FROM, window.from().toString()).put(TO, window.to().toString());
    return json.setAll(RateCardJson.encode(window.card()));
  }

  private static PriceWindow decode(StrictObject json) {
    Set<DayOfWeek> days = days(json);
    LocalTime from = time(json, FROM);
    LocalTime to = time(json, TO);
    RateCard card = RateCardJson.decodeWhole(json);
    if (card.isEmpty()) {
      throw json.refused("must list at least one price");
    }
    return new PriceWindow(days, from, to, card);
  }

  private static Set<DayOfWeek> days(StrictObject json) {
    List<String> texts = json.texts(DAYS).orElse(EVERY_DAY);
    Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
    days.removeIf(day -> !texts.contains(code(day)));
    if (days.isEmpty() || days.size() != texts.size()) {
      throw json.refused(DAYS, "must be some of mon, tue, wed, thu, fri, sat, sun, each once");
    }
    return days;
  }

  /** Such as {@code mon}. */
  private static String code(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  private static LocalTime time(StrictObject json, String field) {
    String text = json.text(field);
    if (!TIME.matcher(text).matches()) {
      throw json.refused(field, "must be a time of the day in UTC, such as 16:30");
    }
    return LocalTime.parse(text);
  }
}
