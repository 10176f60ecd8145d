package io.tokenledger.local.backfill.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.provider.library.LiteLlmCall;
import io.tokenledger.local.backfill.source.LineIds;
import io.tokenledger.local.backfill.source.SourceLines;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * LiteLLM's table {@code LiteLLM_SpendLogs}, exported as CSV or as JSON lines.
 *
 * <p>Tokens come from the usage block that newer versions keep in {@code metadata}, else from the
 * columns. What LiteLLM thinks it cost is a tag to compare with, unless it shall be the cost.
 */
public final class SpendLogs implements LineFormat {

  private static final PastTimes TIMES = new PastTimes(PastTimes.UTC);

  private final SpendRows rows;
  private final Map<String, EventField> map;
  private final FieldTexts texts;
  private final boolean trustCost;

  /**
   * @param map fields by columns; goes before what is made of the columns otherwise
   * @param trustCost whether {@code spend} is the cost
   */
  public SpendLogs(
      SpendRows rows, Map<String, EventField> map, FieldTexts texts, boolean trustCost) {
    this.rows = rows;
    this.map = map;
    this.texts = texts;
    this.trustCost = trustCost;
  }

  @Override
  public LineReading read(SourceLines line) throws IOException {
    SpendRow row = rows.read(line);
    if (row == null) {
      return LineReading.BLANK;
    }
    if (!isCounted(row)) {
      return LineReading.notCounted("calls that no provider bills, such as " + row.callType());
    }
    return LineReading.made(event(row));
  }

  /** What a batch cost stands once, in the row of the read that found it done. */
  private static boolean isCounted(SpendRow row) {
    boolean sumOfBatch = !row.metadata().path("batch_models").isEmpty();
    return sumOfBatch || LiteLlmCall.of(row.callType()) != LiteLlmCall.NOT_BILLED;
  }

  private ObjectNode event(SpendRow row) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    String id = row.text("request_id");
    if (!id.isEmpty()) {
      String eventId = "litellm:" + id;
      event.put("eventId", eventId.length() > UsageLimits.MAX_ID ? LineIds.of(eventId) : eventId);
    }
    put(event, "provider", row.provider());
    put(event, "modelName", row.firstOf("model", "model_group"));
    put(event, "userId", row.firstOf("end_user", "user"));
    put(event, "apiKeyId", row.text("api_key"));
    put(event, "conversationId", row.text("session_id"));
    LiteLlmCall.feature(row.callType()).ifPresent(feature -> event.put("feature", feature));
    putTimes(event, row);
    SpendUsage.put(event, row);
    putCost(event, row);
    if (row.hasFailed()) {
      event.put("success", false);
      put(event, "errorMessage", row.errorName());
    }
    SpendTags.put(event, row);
    map.forEach((column, field) -> field.put(event, row.text(column), texts));
    return event;
  }

  /** The call counts at its end, as in LiteLLM's own reports. */
  private static void putTimes(ObjectNode event, SpendRow row) {
    Optional<Instant> start = TIMES.instant(row.text("startTime"));
    Optional<Instant> end = TIMES.instant(row.text("endTime")).or(() -> start);
    end.ifPresent(time -> event.put("occurredAt", time.toString()));
    String told = row.text("request_duration_ms");
    if (told.matches("[0-9]{1,9}")) {
      event.put("durationMs", Long.parseLong(told));
    } else {
      putMillis(event, "durationMs", start, end);
    }
    Optional<Instant> first = TIMES.instant(row.text("completionStartTime"));
    if (!first.equals(end)) {
      putMillis(event, "timeToFirstTokenMs", start, first);
    }
  }

  private static void putMillis(
      ObjectNode event, String field, Optional<Instant> from, Optional<Instant> to) {
    if (from.isPresent() && to.isPresent()) {
      long millis = Duration.between(from.get(), to.get()).toMillis();
      if (millis >= 0 && millis <= UsageLimits.MAX_MILLISECONDS) {
        event.put(field, millis);
      }
    }
  }

  private void putCost(ObjectNode event, SpendRow row) {
    String spend = FieldTexts.usd(row.text("spend"));
    if (row.isFromCache()) {
      event.put("estimatedCostMicros", 0);
    } else if (trustCost && !spend.isEmpty()) {
      event.put("estimatedCostUsd", spend);
    }
    if (!spend.isEmpty() && !spend.equals("0")) {
      event.withObjectProperty("metadata").put("litellmCost", spend);
    }
  }

  private static void put(ObjectNode event, String field, String text) {
    if (!text.isEmpty()) {
      event.put(field, text);
    }
  }
}
