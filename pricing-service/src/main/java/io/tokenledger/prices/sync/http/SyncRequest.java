package io.tokenledger.prices.sync.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tokenledger.prices.http.Checked;
import io.tokenledger.prices.http.JsonBody;
import io.tokenledger.service.http.ApiException;
import java.util.Iterator;

/** Bodies of the sync API, which may all be absent. */
final class SyncRequest {

  private static final String DRY_RUN = "dryRun";
  private static final String NOTE = "note";
  private static final int MAX_NOTE = 500;

  private SyncRequest() {}

  /** Either of query and body may ask for a dry run; a real one is what nobody asked to be dry. */
  static boolean isDryRun(String query, byte[] body) {
    JsonNode value = only(DRY_RUN, body);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw JsonBody.invalid("'dryRun' must be true or false.");
    }
    return flag(query) || value.asBoolean();
  }

  /** Empty when there is none. */
  static String note(byte[] body) {
    JsonNode value = only(NOTE, body);
    if (!value.isMissingNode() && !value.isTextual()) {
      throw JsonBody.invalid("'note' must be a text.");
    }
    return value.asText("").isEmpty() ? "" : Checked.text(NOTE, value.textValue(), MAX_NOTE);
  }

  private static boolean flag(String query) {
    if (query == null || query.equals("false")) {
      return false;
    }
    if (!query.equals("true")) {
      throw ApiException.invalidParameter(DRY_RUN, "must be true or false.");
    }
    return true;
  }

  private static JsonNode only(String field, byte[] body) {
    if (body == null || body.length == 0) {
      return MissingNode.getInstance();
    }
    JsonNode json = JsonBody.parse(body);
    if (!json.isObject()) {
      throw JsonBody.invalid("The body must be an object.");
    }
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.equals(field)) {
        throw JsonBody.invalid("'" + name + "' is unknown; allowed is " + field + ".");
      }
    }
    return json.path(field);
  }
}
