package io.tokenledger.local.backfill.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tokenledger.events.decode.EventJson;
import java.util.Locale;

/** A row of {@code LiteLLM_SpendLogs}: its values, and what follows from them. */
final class SpendRow {

  private final JsonNode row;
  private final JsonNode metadata;

  /**
   * @param row by columns; of CSV each value is a text, also those that are JSON
   */
  SpendRow(JsonNode row) {
    this.row = row;
    this.metadata = json("metadata");
  }

  /** Empty when absent, or no text or number. */
  String text(String column) {
    JsonNode value = row.path(column);
    return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
  }

  String firstOf(String column, String other) {
    String text = text(column);
    return text.isEmpty() ? text(other) : text;
  }

  /** Of a column that holds JSON, as such or as its text; missing when it holds something else. */
  JsonNode json(String column) {
    JsonNode value = row.path(column);
    if (!value.isTextual()) {
      return value;
    }
    try {
      return EventJson.READER.readTree(value.textValue());
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  JsonNode metadata() {
    return metadata;
  }

  String callType() {
    return text("call_type");
  }

  boolean isEmbedding() {
    return callType().endsWith("embedding");
  }

  /** Answered by LiteLLM's cache: the counts are those of the call that filled it. */
  boolean isFromCache() {
    return text("cache_hit").equalsIgnoreCase("true");
  }

  boolean hasFailed() {
    String status = text("status");
    return (status.isEmpty() ? metadata.path("status").asText("") : status)
        .equalsIgnoreCase("failure");
  }

  /** The kind of error alone: its sentence may repeat the prompt. */
  String errorName() {
    JsonNode error = metadata.path("error_information");
    String name = error.path("error_class").asText("");
    String code = error.path("error_code").asText("");
    return code.isEmpty() || name.isEmpty() ? name + code : name + " " + code;
  }

  /** Older versions name it in front of the model only. */
  String provider() {
    String provider = text("custom_llm_provider");
    String model = text("model");
    int slash = model.indexOf('/');
    String told = provider.isEmpty() && slash > 0 ? model.substring(0, slash) : provider;
    return told.toLowerCase(Locale.ROOT);
  }
}
