package io.tokenledger.query.http;

import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Input;
import java.time.ZoneId;
import java.util.Optional;

/** Texts that this service alone is sent. One that is malformed is a 400 that names it. */
public final class Texts {

  /** As long as the longest field of an event that can be filtered by. */
  private static final int MAX_FILTER = 200;

  private Texts() {}

  /** Whatever an event may hold can be asked for; the empty string when it is absent. */
  public static String filter(String parameter, String value) {
    if (value == null) {
      return "";
    }
    if (value.codePointCount(0, value.length()) > MAX_FILTER
        || !value.codePoints().allMatch(Texts::isStorable)) {
      throw ApiException.invalidParameter(
          parameter, "must be at most " + MAX_FILTER + " characters of text without U+0000.");
    }
    return value;
  }

  /** A name for people to read, without the blanks around it: nothing in it is invisible. */
  public static String label(Input given, int max) {
    String text = given.raw();
    if (text.isBlank() || text.length() > max || !text.codePoints().allMatch(Texts::isVisible)) {
      throw given.refused("must be 1 to " + max + " characters, none of them invisible.");
    }
    return text.strip();
  }

  public static Optional<ZoneId> zone(Input given) {
    if (!given.isAbsent() && !ZoneId.getAvailableZoneIds().contains(given.raw())) {
      throw given.refused("must be an IANA time zone name such as Europe/Berlin.");
    }
    return given.given().map(name -> ZoneId.of(name.raw()));
  }

  /** PostgreSQL has no text with U+0000, and half a surrogate pair is no character. */
  private static boolean isStorable(int codePoint) {
    return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
  }

  private static boolean isVisible(int codePoint) {
    return !Character.isISOControl(codePoint)
        && Character.getType(codePoint) != Character.SURROGATE
        && Character.getType(codePoint) != Character.FORMAT;
  }
}
