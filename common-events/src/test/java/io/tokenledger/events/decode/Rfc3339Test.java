package io.tokenledger.events.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is read by hand is what a pattern and Java's own parser say. */
class Rfc3339Test {

  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

  @Property(tries = 20_000)
  void saysWhatJavasParserSays(@ForAll("times") String text) {
    assertThat(Rfc3339.parse(text)).as(text).isEqualTo(byJava(text));
  }

  /** One character more, less, or another one. */
  @Property(tries = 20_000)
  void alsoOfWhatIsNearlyATime(
      @ForAll("times") String text, @ForAll("characters") char other, @ForAll int at) {
    int place = Math.floorMod(at, text.length());
    String before = text.substring(0, place);
    String after = text.substring(place);
    for (String near :
        new String[] {before + other + after, before + after.substring(1), text + other, before}) {
      assertThat(Rfc3339.parse(near)).as(near).isEqualTo(byJava(near));
    }
    String replaced = before + other + after.substring(1);
    assertThat(Rfc3339.parse(replaced)).as(replaced).isEqualTo(byJava(replaced));
  }

  @Property(tries = 5_000)
  void alsoOfAnyText(@ForAll String text) {
    assertThat(Rfc3339.parse(text)).isEqualTo(byJava(text));
  }

  @Provide
  Arbitrary<Character> characters() {
    return Arbitraries.of(
        '0', '1', '2', '5', '9', '-', '+', ':', '.', 'T', 't', 'Z', 'z', ' ', '\0', 'S', '\u0131',
        '\u0660', '\uff10', '\u1e97', '\ufb05', '\ufb06', '\u2212', '\ud83d');
  }

  /** Also months, days, hours and offsets that are none. */
  @Provide
  Arbitrary<String> times() {
    Arbitrary<Integer> years =
        Arbitraries.oneOf(
            Arbitraries.of(0, 4, 1900, 1969, 1970, 2000, 2024, 2100, 9999),
            Arbitraries.integers().between(0, 9999));
    Arbitrary<String> dates =
        Combinators.combine(years, upTo(13), upTo(32))
            .as((year, month, day) -> String.format(Locale.ROOT, "%04d-%s-%s", year, month, day));
    Arbitrary<String> clocks =
        Combinators.combine(upTo(24), upTo(60), upTo(60)).as((h, m, s) -> h + ":" + m + ":" + s);
    Arbitrary<String> fractions =
        Arbitraries.oneOf(
            Arbitraries.of("", "."),
            Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(10).map(f -> "." + f));
    Arbitrary<String> zones =
        Arbitraries.oneOf(
            Arbitraries.of("Z", "z", "", "+18:00", "-18:00", "+18:01", "-00:00", "+00"),
            Combinators.combine(Arbitraries.of("+", "-"), upTo(19), upTo(60))
                .as((sign, h, m) -> sign + h + ":" + m));
    return Combinators.combine(dates, Arbitraries.of("T", "t", " "), clocks, fractions, zones)
        .as((date, t, clock, fraction, zone) -> date + t + clock + fraction + zone);
  }

  private static Arbitrary<String> upTo(int max) {
    return Arbitraries.integers()
        .between(0, max)
        .map(number -> String.format(Locale.ROOT, "%02d", number));
  }

  private static Optional<Instant> byJava(String text) {
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
