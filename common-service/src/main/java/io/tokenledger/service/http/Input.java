package io.tokenledger.service.http;

import io.tokenledger.events.OrgIds;
import io.tokenledger.events.UsageLimits;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * A text that a caller sent: a parameter, or a field of a body. Each method answers what it may be
 * used as, or refuses it with a 400 that names it and says what is allowed. An empty text is as one
 * that is absent.
 */
public final class Input {

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final String name;
  private final String value;
  private final BiFunction<String, String, ApiException> refusal;

  private Input(String name, String value, BiFunction<String, String, ApiException> refusal) {
    this.name = name;
    this.value = value == null ? "" : value;
    this.refusal = refusal;
  }

  /** Of the path or the query; refused as {@code invalid_parameter}. */
  public static Input parameter(String name, String value) {
    return new Input(name, value, ApiException::invalidParameter);
  }

  /** Of a body; refused as {@code invalid_body}. */
  public static Input field(String name, String value) {
    return new Input(name, value, ApiException::invalidField);
  }

  public boolean isAbsent() {
    return value.isEmpty();
  }

  /** Empty when it is absent: then its rules do not hold. */
  public Optional<Input> given() {
    return isAbsent() ? Optional.empty() : Optional.of(this);
  }

  /** As it was sent. */
  public String raw() {
    return value;
  }

  /** 1 to {@code max} printable characters, not all of them blank. */
  public String text(int max) {
    if (value.isBlank() || value.length() > max || UNPRINTABLE.matcher(value).find()) {
      throw refused("must be 1 to " + max + " printable characters.");
    }
    return value;
  }

  /** The empty text when it is absent. */
  public String orgId() {
    if (!isAbsent() && !OrgIds.isOrgId(value)) {
      throw refused("must be 1 to 128 letters, digits or any of '._:-'.");
    }
    return value;
  }

  /** In lower case, as events have it. */
  public String provider() {
    return text(UsageLimits.MAX_PROVIDER).toLowerCase(Locale.ROOT);
  }

  public String modelName() {
    return text(UsageLimits.MAX_MODEL_NAME);
  }

  /** From 1970 to 9999; {@code absent} when it is absent. */
  public Instant time(Instant absent) {
    if (isAbsent()) {
      return absent;
    }
    try {
      Instant time = OffsetDateTime.parse(value).toInstant();
      if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST)) {
        return time;
      }
    } catch (DateTimeException e) {
      // The sentence below says it all.
    }
    throw refused("must be an RFC 3339 time from 1970 on, such as 2026-05-01T00:00:00Z.");
  }

  public Optional<LocalDate> date() {
    if (isAbsent()) {
      return Optional.empty();
    }
    try {
      if (DATE.matcher(value).matches()) {
        return Optional.of(LocalDate.parse(value));
      }
    } catch (DateTimeException e) {
      // Such as February 30: the sentence below says it all.
    }
    throw refused("must be a date of the calendar, written YYYY-MM-DD.");
  }

  /** Between {@code min} and {@code max}, both allowed. */
  public int number(int min, int max) {
    if (NUMBER.matcher(value).matches()) {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw refused("must be a whole number from " + min + " to " + max + ".");
  }

  /** How many items a page has at most. */
  public int limit(int byDefault, int max) {
    return isAbsent() ? byDefault : number(1, max);
  }

  /** A number that the database gave. */
  public long id() {
    long id = ID.matcher(value).matches() ? Long.parseLong(value) : 0;
    if (id == 0) {
      throw refused("must be a whole number above 0.");
    }
    return id;
  }

  public Optional<Boolean> flag() {
    return switch (value) {
      case "" -> Optional.empty();
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> throw refused("must be true or false.");
    };
  }

  /** One of the names, which are told in their order; empty when it is absent. */
  public <T> Optional<T> choice(Map<String, T> byName) {
    if (isAbsent()) {
      return Optional.empty();
    }
    if (!byName.containsKey(value)) {
      throw refused("must be one of " + String.join(", ", byName.keySet()) + ".");
    }
    return Optional.of(byName.get(value));
  }

  public ApiException refused(String whatIsAllowed) {
    return refusal.apply(name, whatIsAllowed);
  }
}
