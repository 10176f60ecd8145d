package io.tokenledger.prices.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The fields of a body that is an object; unknown ones are refused, being most likely typos. */
record JsonFields(JsonNode json) {

  private static final int MAX_NOTE = 500;

  static JsonFields of(byte[] body, Set<String> known) {
    JsonNode json = JsonBody.parse(body);
    String allowed = String.join(", ", known.stream().sorted().toList());
    if (!json.isObject()) {
      throw JsonBody.invalid("The body must be an object of " + allowed + ".");
    }
    json.fieldNames()
        .forEachRemaining(
            field -> {
              if (!known.contains(field)) {
                throw JsonBody.invalid("'" + field + "' is unknown; allowed are " + allowed + ".");
              }
            });
    return new JsonFields(json);
  }

  /** Empty when absent or null. */
  String text(String field) {
    JsonNode value = json.path(field);
    if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
      throw JsonBody.invalid("'" + field + "' must be a text.");
    }
    return value.isTextual() ? value.textValue() : "";
  }

  String note() {
    return note(text("note"));
  }

  /** Why something is changed; may be empty or absent. */
  static String note(String note) {
    return note == null || note.isEmpty() ? "" : Checked.text("note", note, MAX_NOTE);
  }
}
