package io.tokenledger.events.decode;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The ways in which libraries write one and the same time: with any offset there is on the earth,
 * in quarters of an hour, and its fraction of a second without zeros at its end, or in three, six
 * or nine digits.
 */
final class TimeSpellings {

  private static final int QUARTER_HOUR = 15 * 60;
  private static final int LEAST_OFFSET = -12 * 3600;
  private static final int MOST_OFFSET = 14 * 3600;
  private static final int SECOND_LENGTH = 19;

  private TimeSpellings() {}

  /** Several hundred; those of UTC first. Empty for years that are not of four digits. */
  static List<String> of(Instant time) {
    List<String> spellings = new ArrayList<>();
    List<String> fractions = fractions(time.getNano());
    add(spellings, time, ZoneOffset.UTC, fractions, "Z");
    add(spellings, time, ZoneOffset.UTC, fractions, "+00:00");
    for (int offset = LEAST_OFFSET; offset <= MOST_OFFSET; offset += QUARTER_HOUR) {
      if (offset != 0) {
        ZoneOffset zone = ZoneOffset.ofTotalSeconds(offset);
        add(spellings, time, zone, fractions, zone.getId());
      }
    }
    return spellings;
  }

  private static void add(
      List<String> to, Instant time, ZoneOffset zone, List<String> fractions, String written) {
    String second = second(time, zone);
    if (second.length() == SECOND_LENGTH) {
      fractions.forEach(fraction -> to.add(second + fraction + written));
    }
  }

  private static String second(Instant time, ZoneOffset zone) {
    try {
      // Without a zero for the seconds Java leaves them out.
      String text = LocalDateTime.ofInstant(time, zone).withNano(0).toString();
      return text.length() < SECOND_LENGTH ? text + ":00" : text;
    } catch (DateTimeException e) {
      return "";
    }
  }

  private static List<String> fractions(int nanos) {
    String nine = String.format(Locale.ROOT, ".%09d", nanos);
    List<String> fractions = new ArrayList<>();
    fractions.add(nanos == 0 ? "" : nine.replaceFirst("0+$", ""));
    for (int digits = 3; digits <= 9; digits += 3) {
      String cut = nine.substring(0, 1 + digits);
      boolean exact = nine.substring(1 + digits).chars().allMatch(digit -> digit == '0');
      if (exact && !fractions.contains(cut)) {
        fractions.add(cut);
      }
    }
    return fractions;
  }
}
