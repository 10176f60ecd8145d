package io.tokenledger.events.decode;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as in RFC 3339, section 5.6; a leap second is refused, for no clock of Java has one. */
final class Rfc3339 {

  static final String RULE =
      "must be a time with zone as in RFC 3339, such as 2026-01-31T08:30:00Z";

  /** Narrower than Java's parser, which also takes years of five digits and times to the minute. */
  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

  private Rfc3339() {}

  /** Cut to the microsecond, which is what the database keeps; empty when it is no such time. */
  static Optional<Instant> parse(String text) {
    String upperCase = text.toUpperCase(Locale.ROOT);
    if (!FORM.matcher(upperCase).matches()) {
      return Optional.empty();
    }
    try {
      Instant parsed = OffsetDateTime.parse(upperCase).toInstant();
      return Optional.of(parsed.truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
