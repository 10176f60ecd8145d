package io.tokenledger.prices.costs;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.prices.http.Checked;
import io.tokenledger.prices.http.JsonBody;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** The body of {@code POST /v1/reprice}, checked. */
final class RepriceRequest {

  private static final Set<String> FIELDS =
      Set.of("orgId", "provider", "modelName", "from", "to", "reason", "dryRun");
  private static final int MAX_REASON = 500;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;

  private final JsonNode json;

  private RepriceRequest(JsonNode json) {
    this.json = json;
  }

  static RepriceOrder orderFrom(byte[] body, String userId) {
    JsonNode json = JsonBody.parse(body);
    if (!json.isObject()) {
      throw JsonBody.invalid("The body must be an object with 'reason'.");
    }
    json.fieldNames().forEachRemaining(RepriceRequest::requireKnown);
    return new RepriceRequest(json).toOrder(userId);
  }

  private RepriceOrder toOrder(String userId) {
    String provider = text("provider");
    String modelName = text("modelName");
    RepriceOrder order =
        new RepriceOrder(
            userId,
            Checked.text("reason", text("reason"), MAX_REASON),
            Checked.orgId("orgId", text("orgId")),
            provider.isEmpty() ? "" : Checked.provider("provider", provider),
            modelName.isEmpty() ? "" : Checked.modelName("modelName", modelName),
            day("from"),
            day("to"),
            flag("dryRun"));
    if (order.from().isPresent() && order.to().filter(order.from().get()::isAfter).isPresent()) {
      throw JsonBody.invalid("'to' must not be before 'from'.");
    }
    return order;
  }

  private String text(String field) {
    JsonNode value = json.path(field);
    if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
      throw JsonBody.invalid("'" + field + "' must be a text.");
    }
    return value.isTextual() ? value.textValue() : "";
  }

  private Optional<LocalDate> day(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return Optional.of(day);
      }
    } catch (DateTimeException e) {
      throw notADay(field);
    }
    throw notADay(field);
  }

  private boolean flag(String field) {
    JsonNode value = json.path(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw JsonBody.invalid("'" + field + "' must be true or false.");
    }
    return value.asBoolean(false);
  }

  private static RuntimeException notADay(String field) {
    return JsonBody.invalid("'" + field + "' must be a UTC day from 1970 on, such as 2026-05-31.");
  }

  private static void requireKnown(String field) {
    if (!FIELDS.contains(field)) {
      throw JsonBody.invalid(
          "'"
              + field
              + "' is unknown; allowed are orgId, provider, modelName, from, to, reason and dryRun.");
    }
  }
}
