package io.tokenledger.query.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.query.currency.ExchangeRate;
import io.tokenledger.query.currency.http.ConvertedReport;
import io.tokenledger.query.log.LogLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Single events as lines of an export, in either form with the fields of {@link LogLine}. */
@ApplicationScoped
class EventLines {

  private final ObjectMapper json;
  private final List<CsvColumn<LogLine>> columns;

  EventLines(ObjectMapper json) {
    this.json = json;
    this.columns = columns(LogLine.class, line -> line).toList();
  }

  CsvLines<LogLine> csv(Optional<ExchangeRate> rate) {
    return new CsvLines<>(
        Stream.concat(columns.stream(), CurrencyColumns.of(rate, "", LogLine::costUsd)).toList());
  }

  byte[] ndjson(List<LogLine> lines, Optional<ExchangeRate> rate) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (LogLine line : lines) {
      bytes.writeBytes(toJson(rate.<Record>map(by -> new ConvertedReport(line, by)).orElse(line)));
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }

  /** A record within a record has its columns there, as it has its fields in JSON. */
  private Stream<CsvColumn<LogLine>> columns(Class<?> type, Function<LogLine, Object> of) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(
            field -> {
              Function<LogLine, Object> value = line -> valueOf(field, of.apply(line));
              return field.getType().isRecord()
                  ? columns(field.getType(), value)
                  : Stream.of(new CsvColumn<>(field.getName(), line -> cell(value.apply(line))));
            });
  }

  private static Object valueOf(RecordComponent field, Object of) {
    try {
      return field.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record has an accessor for each component", e);
    }
  }

  private Object cell(Object value) {
    if (value instanceof Map<?, ?> metadata) {
      return metadata.isEmpty() ? null : new String(toJson(metadata), StandardCharsets.UTF_8);
    }
    return value instanceof Instant time ? time.toString() : value;
  }

  private byte[] toJson(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
