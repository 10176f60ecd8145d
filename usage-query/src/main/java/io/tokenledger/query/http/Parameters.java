package io.tokenledger.query.http;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads query parameters. One that is absent or empty means its default; one that is malformed is a
 * 400 that names it and says what is allowed.
 */
public final class Parameters {

  /** By the name that answers tell, which that of an offset is not. */
  private static final ZoneId UTC = ZoneId.of("UTC");

  /** As long as the longest field of an event that can be filtered by. */
  private static final int MAX_TEXT = 200;

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Parameters() {}

  /** A filter; the empty string when it is absent. */
  public static String text(String name, String value) {
    if (isAbsent(value)) {
      return "";
    }
    if (value.codePointCount(0, value.length()) > MAX_TEXT
        || !value.codePoints().allMatch(Parameters::isText)) {
      throw invalidParameter(
          name, "must be at most " + MAX_TEXT + " characters of text without U+0000.");
    }
    return value;
  }

  public static int limit(String value, int defaultLimit, int maxLimit) {
    return isAbsent(value) ? defaultLimit : number("limit", value, 1, maxLimit);
  }

  /** Between {@code min} and {@code max}, both allowed. */
  static int number(String name, String value, int min, int max) {
    if (NUMBER.matcher(value).matches()) {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw invalidParameter(name, "must be a whole number from " + min + " to " + max + ".");
  }

  public static Optional<Boolean> flag(String name, String value) {
    if (isAbsent(value)) {
      return Optional.empty();
    }
    return switch (value) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> throw invalidParameter(name, "must be true or false.");
    };
  }

  public static UUID uuid(String name, String value) {
    if (UUID_TEXT.matcher(value).matches()) {
      return UUID.fromString(value);
    }
    throw invalidParameter(name, "must be a UUID.");
  }

  /** One of the names; the first one when it is absent. */
  public static <T> T choice(String name, String value, Map<String, T> byName) {
    if (isAbsent(value)) {
      return byName.values().iterator().next();
    }
    T chosen = byName.get(value);
    if (chosen == null) {
      throw invalidParameter(name, "must be one of " + String.join(", ", byName.keySet()) + ".");
    }
    return chosen;
  }

  public static boolean isAbsent(String value) {
    return value == null || value.isEmpty();
  }

  /** PostgreSQL has no text with U+0000, and half a surrogate pair is no character. */
  private static boolean isText(int codePoint) {
    return codePoint != 0
        && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
  }

  public static Optional<LocalDate> date(String name, String value) {
    if (isAbsent(value)) {
      return Optional.empty();
    }
    try {
      if (DATE.matcher(value).matches()) {
        return Optional.of(LocalDate.parse(value));
      }
    } catch (DateTimeException e) {
      // Such as February 30: the sentence below says it all.
    }
    throw invalidParameter(name, "must be a date of the calendar, written YYYY-MM-DD.");
  }

  public static ZoneId zone(String value) {
    if (isAbsent(value)) {
      return UTC;
    }
    if (!ZoneId.getAvailableZoneIds().contains(value)) {
      throw invalidParameter("tz", "must be an IANA time zone name such as Europe/Berlin.");
    }
    return ZoneId.of(value);
  }
}
