package io.tokenledger.events.decode;

import static io.tokenledger.events.support.SampleEvents.NOW;
import static io.tokenledger.events.support.SampleEvents.decode;
import static io.tokenledger.events.support.SampleEvents.refusal;
import static io.tokenledger.events.support.SampleEvents.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.support.SampleEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccurredAtTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T08:30:00Z, 2026-01-31T08:30:00Z",
    "2026-01-31t08:30:00z, 2026-01-31T08:30:00Z",
    "2026-01-31T08:30:00+14:00, 2026-01-30T18:30:00Z",
    "2026-01-31T08:30:00-00:00, 2026-01-31T08:30:00Z",
    "2026-01-31T08:30:00.123456999Z, 2026-01-31T08:30:00.123456Z",
    "1969-12-31T23:59:59.999999999Z, 1969-12-31T23:59:59.999999Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z"
  })
  void isKeptToTheMicrosecond(String sent, Instant kept) {
    assertThat(decode(at(sent)).occurredAt()).isEqualTo(kept);
  }

  @Test
  void mayBeADayAhead() {
    Instant ahead = NOW.plus(Duration.ofHours(24));
    assertThat(decode(at(ahead.toString())).occurredAt()).isEqualTo(ahead);
    assertThat(refusal(at(ahead.plusSeconds(1).toString())))
        .hasMessage("occurredAt must not be more than 24 hours in the future");
    assertThat(decode(at(ahead.minusSeconds(1).toString()))).isNotNull();
  }

  @Test
  void theTimeOfSendingIsItsDefaultAndMustNotBeAheadEither() {
    Instant ahead = NOW.plus(Duration.ofHours(25));
    byte[] event = SampleEvents.minimal().toString().getBytes(StandardCharsets.UTF_8);
    UsageEventDecoder decoder = new UsageEventDecoder();
    assertThat(decoder.decode(event, Map.of(), NOW, NOW).occurredAt()).isEqualTo(NOW);
    assertThatExceptionOfType(InvalidEventException.class)
        .isThrownBy(() -> decoder.decode(event, Map.of(), ahead, NOW))
        .withMessageStartingWith("occurredAt");
  }

  private static String at(String time) {
    return with("occurredAt", new TextNode(time)).toString();
  }
}
