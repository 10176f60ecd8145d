package io.tokenledger.query.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Single events as lines of an export, in either form with the fields of {@link LogLine}. */
@ApplicationScoped
class EventLines {

  private final ObjectMapper json;
  private final CsvLines<LogLine> csv;

  EventLines(ObjectMapper json) {
    this.json = json;
    this.csv =
        new CsvLines<>(
            Arrays.stream(LogLine.class.getRecordComponents()).map(this::column).toList());
  }

  byte[] csvHeader() {
    return csv.header();
  }

  byte[] csv(List<LogLine> lines) {
    return csv.of(lines);
  }

  byte[] ndjson(List<LogLine> lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (LogLine line : lines) {
      bytes.writeBytes(toJson(line));
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }

  private CsvColumn<LogLine> column(RecordComponent field) {
    return new CsvColumn<>(field.getName(), line -> cell(valueOf(field, line)));
  }

  private static Object valueOf(RecordComponent field, LogLine line) {
    try {
      return field.getAccessor().invoke(line);
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
