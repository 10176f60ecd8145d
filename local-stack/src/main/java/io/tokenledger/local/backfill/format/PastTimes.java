package io.tokenledger.local.backfill.format;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times as exports have them: RFC 3339, the same with a space or without a zone as databases print
 * them, a day, or seconds or milliseconds since 1970.
 */
final class PastTimes {

  /** Of times that name no zone where databases keep UTC. */
  static final ZoneId UTC = ZoneOffset.UTC;

  private static final Pattern EPOCH = Pattern.compile("[0-9]{9,10}(\\.[0-9]{1,9})?|[0-9]{12,13}");
  private static final int MILLI_DIGITS = 12;
  private static final int MAX_LENGTH = 64;

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalStart()
          .appendPattern("[' ']")
          .appendPattern("[XXX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final ZoneId zone;

  PastTimes(ZoneId zone) {
    this.zone = zone;
  }

  /** As the event has it; empty when it is no time that we know. */
  Optional<String> rfc3339(String text) {
    return instant(text).map(Instant::toString);
  }

  /** To the microsecond. */
  Optional<Instant> instant(String text) {
    String time = text.strip().replaceFirst(" ?(UTC|GMT)$", "Z");
    if (EPOCH.matcher(time).matches()) {
      return Optional.of(ofEpoch(time));
    }
    if (time.isEmpty() || time.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      TemporalAccessor parsed =
          TIME.parseBest(time, Instant::from, LocalDateTime::from, LocalDate::from);
      return Optional.of(instant(parsed).truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Instant instant(TemporalAccessor time) {
    if (time instanceof Instant known) {
      return known;
    }
    return time instanceof LocalDateTime local
        ? local.atZone(zone).toInstant()
        : LocalDate.from(time).atStartOfDay(zone).toInstant();
  }

  private static Instant ofEpoch(String digits) {
    if (digits.length() >= MILLI_DIGITS && !digits.contains(".")) {
      return Instant.ofEpochMilli(Long.parseLong(digits));
    }
    BigDecimal seconds = new BigDecimal(digits);
    long whole = seconds.longValue();
    long nanos = seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
    return Instant.ofEpochSecond(whole, nanos).truncatedTo(ChronoUnit.MICROS);
  }
}
