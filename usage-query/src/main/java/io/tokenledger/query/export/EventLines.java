package io.tokenledger.query.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.query.log.LogEntry;
import io.tokenledger.query.log.LogLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Single events as lines of an export, in either form with the fields of {@link LogLine}. */
@ApplicationScoped
class EventLines {

  private final ObjectMapper json;
  private final CsvLines<LogLine> csv;

  EventLines(ObjectMapper json) {
    this.json = json;
    this.csv =
        new CsvLines<>(
            List.of(
                column("eventId", LogLine::eventId),
                column("occurredAt", line -> line.occurredAt().toString()),
                column("userId", LogLine::userId),
                column("provider", LogLine::provider),
                column("modelName", LogLine::modelName),
                column("feature", LogLine::feature),
                column("activity", LogLine::activity),
                column("category", LogLine::category),
                column("inputTokens", LogLine::inputTokens),
                column("outputTokens", LogLine::outputTokens),
                column("cacheReadTokens", LogLine::cacheReadTokens),
                column("cacheWriteTokens", LogLine::cacheWriteTokens),
                column("cacheWrite1hTokens", LogLine::cacheWrite1hTokens),
                column("audioInputTokens", LogLine::audioInputTokens),
                column("reasoningTokens", LogLine::reasoningTokens),
                column("audioOutputTokens", LogLine::audioOutputTokens),
                column("embeddingTokens", LogLine::embeddingTokens),
                column("totalTokens", LogLine::totalTokens),
                column("requestCount", LogLine::requestCount),
                column("estimatedCostMicros", LogLine::estimatedCostMicros),
                column("costUsd", LogLine::costUsd),
                column("costStatus", LogLine::costStatus),
                column("priceVersion", LogLine::priceVersion),
                column("durationMs", LogLine::durationMs),
                column("timeToFirstTokenMs", LogLine::timeToFirstTokenMs),
                column("success", LogLine::success),
                column("errorMessage", LogLine::errorMessage),
                column("conversationId", LogLine::conversationId),
                column("messageId", LogLine::messageId),
                column("serviceTier", LogLine::serviceTier),
                column("usageSource", LogLine::usageSource),
                column("traceId", LogLine::traceId),
                column("metadata", this::metadata)));
  }

  byte[] csvHeader() {
    return csv.header();
  }

  byte[] csv(List<LogEntry> entries) {
    return csv.of(entries.stream().map(LogLine::of).toList());
  }

  byte[] ndjson(List<LogEntry> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (LogEntry entry : entries) {
      bytes.writeBytes(toJson(LogLine.of(entry)));
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }

  private Object metadata(LogLine line) {
    return line.metadata().isEmpty()
        ? null
        : new String(toJson(line.metadata()), StandardCharsets.UTF_8);
  }

  private byte[] toJson(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CsvColumn<LogLine> column(String name, Function<LogLine, Object> value) {
    return new CsvColumn<>(name, value);
  }
}
