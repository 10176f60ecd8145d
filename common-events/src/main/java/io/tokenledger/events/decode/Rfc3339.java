package io.tokenledger.events.decode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Optional;

/**
 * Times as in RFC 3339, section 5.6; a leap second is refused, for no clock of Java has one.
 * Narrower than Java's parser, which also takes years of five digits and times to the minute; and
 * read by hand, as nearly each event has one.
 */
final class Rfc3339 {

  static final String RULE =
      "must be a time with zone as in RFC 3339, such as 2026-01-31T08:30:00Z";

  private static final int SECONDS_OF_DAY = 86_400;
  private static final int MAX_FRACTION_DIGITS = 9;
  private static final int NANOS_PER_MICRO = 1_000;

  /** As far as Java's offsets go. */
  private static final int MAX_OFFSET_MINUTES = 18 * 60;

  private final String text;
  private final int unit;
  private int at;
  private boolean wrong;

  /**
   * @param unit nanoseconds; what is less than one is cut off
   */
  private Rfc3339(String text, int unit) {
    this.text = text;
    this.unit = unit;
  }

  /** Cut to the microsecond, which is what the database keeps; empty when it is no such time. */
  static Optional<Instant> parse(String text) {
    return new Rfc3339(text, NANOS_PER_MICRO).read();
  }

  /** To the nanosecond. */
  static Optional<Instant> parseExactly(String text) {
    return new Rfc3339(text, 1).read();
  }

  private Optional<Instant> read() {
    int year = digits(4);
    mark('-', '-');
    int month = digits(2);
    mark('-', '-');
    int day = digits(2);
    mark('T', 't');
    int secondOfDay = time();
    int nanos = peek() == '.' ? nanosToTheUnit() : 0;
    int offset = offsetSeconds();
    if (wrong || at < text.length() || !isDate(year, month, day)) {
      return Optional.empty();
    }
    long epochDay = LocalDate.of(year, month, day).toEpochDay();
    return Optional.of(
        Instant.ofEpochSecond(epochDay * SECONDS_OF_DAY + secondOfDay - offset, nanos));
  }

  private static boolean isDate(int year, int month, int day) {
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= Month.of(month).length(Year.isLeap(year));
  }

  /** In seconds of the day. */
  private int time() {
    int hour = digits(2);
    mark(':', ':');
    int minute = digits(2);
    mark(':', ':');
    int second = digits(2);
    wrong |= hour > 23 || minute > 59 || second > 59;
    return (hour * 60 + minute) * 60 + second;
  }

  private int nanosToTheUnit() {
    at++;
    int nanos = 0;
    int count = 0;
    for (; count < MAX_FRACTION_DIGITS && isDigit(peek()); count++) {
      nanos = nanos * 10 + (next() - '0');
    }
    wrong |= count == 0;
    for (; count < MAX_FRACTION_DIGITS; count++) {
      nanos *= 10;
    }
    return nanos - nanos % unit;
  }

  private int offsetSeconds() {
    char sign = next();
    if (sign == 'Z' || sign == 'z') {
      return 0;
    }
    int hours = digits(2);
    mark(':', ':');
    int minutes = digits(2);
    int inMinutes = hours * 60 + minutes;
    wrong |= sign != '+' && sign != '-' || minutes > 59 || inMinutes > MAX_OFFSET_MINUTES;
    return sign == '-' ? -inMinutes * 60 : inMinutes * 60;
  }

  private int digits(int count) {
    int number = 0;
    for (int i = 0; i < count; i++) {
      char digit = next();
      wrong |= !isDigit(digit);
      number = number * 10 + (digit - '0');
    }
    return number;
  }

  private void mark(char expected, char inLowerCase) {
    char mark = next();
    wrong |= mark != expected && mark != inLowerCase;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Behind the end, a character that no time has. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private char next() {
    char next = peek();
    at++;
    return next;
  }
}
