package io.tokenledger.prices.sync.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of every day, in UTC.
 *
 * @param from inclusive
 * @param to exclusive; not after {@code from}, it is of the next day
 */
record HoursOfDay(LocalTime from, LocalTime to) {

  private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-4]):([0-5]\\d)(?::00)?");

  /** {@code 16:30-00:30}, or several of them. */
  static List<HoursOfDay> listed(JsonNode hours) {
    List<HoursOfDay> all = new ArrayList<>();
    for (JsonNode each : hours.isArray() ? hours : List.of(hours)) {
      String[] ends = each.asText("").split("-", -1);
      if (ends.length != 2) {
        throw new UnreadableHoursException();
      }
      all.add(new HoursOfDay(time(ends[0]), time(ends[1])));
    }
    return all;
  }

  /** {@code 24:00} is the midnight that ends the day. */
  static LocalTime time(String text) {
    Matcher time = TIME.matcher(text.strip());
    if (!time.matches()) {
      throw new UnreadableHoursException();
    }
    int hour = Integer.parseInt(time.group(1));
    int minute = Integer.parseInt(time.group(2));
    if (hour == 24 && minute > 0) {
      throw new UnreadableHoursException();
    }
    return LocalTime.of(hour % 24, minute);
  }

  /** Whether it is within, at that minute. */
  boolean covers(LocalTime at) {
    return from.isBefore(to)
        ? !at.isBefore(from) && at.isBefore(to)
        : !at.isBefore(from) || at.isBefore(to);
  }

  /** Hours that are not understood: when their prices hold is not to be guessed. */
  static final class UnreadableHoursException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
