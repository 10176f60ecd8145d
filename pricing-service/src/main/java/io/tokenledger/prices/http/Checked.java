package io.tokenledger.prices.http;

import io.tokenledger.events.UsageLimits;
import io.tokenledger.service.http.ApiException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;

/** Parameters as they may be used; each method refuses what may not, naming the parameter. */
public final class Checked {

  private static final Pattern ORG_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private Checked() {}

  /** An absent org is empty: global prices. */
  public static String orgId(String name, String value) {
    if (value == null || value.isEmpty()) {
      return "";
    }
    if (!ORG_ID.matcher(value).matches()) {
      throw ApiException.invalidParameter(
          name, "must be 1 to 128 letters, digits or any of '._:-'.");
    }
    return value;
  }

  public static String provider(String name, String value) {
    return text(name, value, UsageLimits.MAX_PROVIDER).toLowerCase(Locale.ROOT);
  }

  public static String modelName(String name, String value) {
    return text(name, value, UsageLimits.MAX_MODEL_NAME);
  }

  /** An absent time is {@code absent}. */
  public static Instant time(String name, String value, Instant absent) {
    if (value == null || value.isEmpty()) {
      return absent;
    }
    try {
      Instant time = OffsetDateTime.parse(value).toInstant();
      if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST)) {
        return time;
      }
    } catch (DateTimeException e) {
      throw notATime(name);
    }
    throw notATime(name);
  }

  public static int wholeNumber(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw ApiException.invalidParameter(name, "must be a whole number.");
    }
  }

  public static String text(String name, String value, int maxLength) {
    boolean present = value != null && !value.isBlank();
    if (!present || value.length() > maxLength || UNPRINTABLE.matcher(value).find()) {
      throw ApiException.invalidParameter(
          name, "must be 1 to " + maxLength + " printable characters.");
    }
    return value;
  }

  private static ApiException notATime(String name) {
    return ApiException.invalidParameter(
        name, "must be an RFC 3339 time from 1970 on, such as 2026-05-01T00:00:00Z.");
  }
}
