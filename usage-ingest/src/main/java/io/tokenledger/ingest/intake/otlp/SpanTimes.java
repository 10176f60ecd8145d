package io.tokenledger.ingest.intake.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.ingest.intake.otlp.export.ExportedSpan;
import io.tokenledger.ingest.intake.otlp.export.Names;
import io.tokenledger.ingest.intake.otlp.export.SpanAttributes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** When a call ended and how long it took, as far as the span knows. */
final class SpanTimes {

  private static final long NANOS_OF_SECOND = 1_000_000_000L;
  private static final long NANOS_OF_MILLISECOND = 1_000_000L;

  private SpanTimes() {}

  static void put(ExportedSpan span, ObjectNode event) {
    if (span.endNanos() == 0) {
      throw InvalidEventException.missing("endTimeUnixNano");
    }
    event.put("occurredAt", instant(span.endNanos()).toString());
    between(span.startNanos(), span.endNanos()).ifPresent(ms -> event.put("durationMs", ms));
    firstChunk(span).ifPresent(ms -> event.put("timeToFirstTokenMs", ms));
  }

  private static OptionalLong firstChunk(ExportedSpan span) {
    SpanAttributes attributes = span.attributes();
    OptionalLong told = milliseconds(attributes.find(Names.FIRST_CHUNK_SECONDS), 3);
    if (told.isEmpty()) {
      told = milliseconds(attributes.find(Names.FIRST_CHUNK_MS), 0);
    }
    return told.isPresent() ? told : between(span.startNanos(), span.firstChunkNanos());
  }

  /**
   * @param digits how many decimal digits of the number are milliseconds
   */
  private static OptionalLong milliseconds(
      Optional<Map.Entry<String, JsonNode>> attribute, int digits) {
    return attribute
        .map(Map.Entry::getValue)
        .filter(JsonNode::isNumber)
        .map(value -> milliseconds(value.decimalValue().movePointRight(digits)))
        .orElse(OptionalLong.empty());
  }

  private static OptionalLong milliseconds(BigDecimal number) {
    boolean possible =
        number.signum() >= 0
            && number.compareTo(BigDecimal.valueOf(UsageLimits.MAX_MILLISECONDS)) <= 0;
    return possible ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
  }

  /** Empty where one is unknown, the clock went back, or it took longer than any call. */
  private static OptionalLong between(long from, long to) {
    if (from == 0 || Long.compareUnsigned(to, from) < 0) {
      return OptionalLong.empty();
    }
    return milliseconds(BigDecimal.valueOf(Long.divideUnsigned(to - from, NANOS_OF_MILLISECOND)));
  }

  private static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Long.divideUnsigned(nanos, NANOS_OF_SECOND),
        Long.remainderUnsigned(nanos, NANOS_OF_SECOND));
  }
}
