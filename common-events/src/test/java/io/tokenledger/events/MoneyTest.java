package io.tokenledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1000000000",
    "0.000000001, 1",
    "0.0000000005, 0",
    "0.00000000050000001, 1",
    "0.0000000015, 2",
    "0.0000000025, 2",
    "-0.0000000015, -2",
    "-0.0000000025, -2",
    "0e-999999999, 0",
    "1e-999999999, 0",
    "9223372036.854775807, 9223372036854775807",
    "9223372036.8547758074, 9223372036854775807",
    "-9223372036.854775808, -9223372036854775808"
  })
  void dollarsAreRoundedOnceHalfToEven(BigDecimal usd, long nanos) {
    assertThat(Money.nanosFromUsd(usd)).isEqualTo(nanos);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036.8547758075",
        "9223372036.854775808",
        "-9223372037",
        "1e400",
        "1e999999999"
      })
  void dollarsBeyondTheLedgerAreRefused(BigDecimal usd) {
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.nanosFromUsd(usd));
  }

  @ParameterizedTest
  @CsvSource({"499, 0", "500, 0", "501, 1", "1500, 2", "2500, 2", "-500, 0", "-1500, -2", "0, 0"})
  void microsAreRoundedHalfToEven(BigDecimal nanos, long micros) {
    assertThat(Money.microsFromNanos(nanos)).isEqualTo(micros);
  }

  @Test
  void aSumThatIsLargerThanAnAnswerIsToldAsTheLargest() {
    BigDecimal sum = new BigDecimal("9223372036854775807000");
    assertThat(Money.microsFromNanos(sum)).isEqualTo(Long.MAX_VALUE);
    assertThat(Money.microsFromNanos(sum.add(BigDecimal.valueOf(1_000)))).isEqualTo(Long.MAX_VALUE);
    assertThat(Money.microsFromNanos(new BigDecimal("9".repeat(30)))).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void microsBeyondTheLedgerAreRefused() {
    assertThat(Money.nanosFromMicros(UsageLimits.MAX_COST_MICROS))
        .isEqualTo(UsageLimits.MAX_COST_NANOS);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Money.nanosFromMicros(Long.MAX_VALUE / 999));
  }

  @Property
  void dollarsAndNanosAreTheSameAmount(@ForAll long nanos) {
    assertThat(Money.nanosFromUsd(Money.usdFromNanos(nanos))).isEqualTo(nanos);
  }

  @Property
  void microsAreWithinHalfOfTheAmount(@ForAll long nanos) {
    BigDecimal amount = BigDecimal.valueOf(nanos);
    BigDecimal micros = BigDecimal.valueOf(Money.microsFromNanos(amount)).movePointRight(3);
    assertThat(micros.subtract(amount).abs()).isLessThanOrEqualTo(BigDecimal.valueOf(500));
  }
}
