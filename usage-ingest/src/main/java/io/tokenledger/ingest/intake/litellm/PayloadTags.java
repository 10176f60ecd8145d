package io.tokenledger.ingest.intake.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.EventText;
import io.tokenledger.events.UsageLimits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The tags of a call: first those that LiteLLM itself gives, then the caller's, while there is
 * room.
 */
final class PayloadTags {

  /** As many decimals of a dollar as the ledger has. */
  private static final int COST_SCALE = 9;

  /** One of them; a number below may be one that takes for ever to be written out. */
  private static final BigDecimal LEAST_COST = BigDecimal.ONE.movePointLeft(COST_SCALE);

  private static final BigDecimal HIGHEST_COST = BigDecimal.valueOf(1_000_000);
  private static final String METADATA = "metadata";

  private final ObjectNode tags = JsonNodeFactory.instance.objectNode();
  private final Payload payload;

  private PayloadTags(Payload payload) {
    this.payload = payload;
  }

  static ObjectNode of(Payload payload) {
    PayloadTags made = new PayloadTags(payload);
    made.putOwn();
    payload.array("request_tags").ifPresent(told -> told.forEach(made::putRequestTag));
    payload.object(METADATA, "spend_logs_metadata").ifPresent(made::putAll);
    payload.object(METADATA, "requester_metadata").ifPresent(made::putAll);
    return made.tags;
  }

  private void putOwn() {
    put("callType", payload.text("call_type"));
    put("modelGroup", payload.text("model_group"));
    put("teamId", payload.text(METADATA, "user_api_key_team_id"));
    put("teamAlias", payload.text(METADATA, "user_api_key_team_alias"));
    put("keyAlias", payload.text(METADATA, "user_api_key_alias"));
    put("litellmOrgId", payload.text(METADATA, "user_api_key_org_id"));
    payload
        .number("response_cost")
        .filter(cost -> cost.compareTo(LEAST_COST) >= 0 && cost.compareTo(HIGHEST_COST) <= 0)
        .ifPresent(cost -> put("litellmCost", Optional.of(plain(cost))));
    if (payload.isTrue("cache_hit")) {
      tags.put("cached", true);
    }
  }

  /** LiteLLM's own reckoning is a binary floating-point number. */
  private static String plain(BigDecimal cost) {
    return cost.setScale(COST_SCALE, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
  }

  /** {@code team:search} is the tag {@code team} with the value {@code search}. */
  private void putRequestTag(JsonNode told) {
    String text = told.isTextual() ? told.textValue().strip() : "";
    int colon = text.indexOf(':');
    if (colon > 0 && colon < text.length() - 1) {
      put(text.substring(0, colon).strip(), Optional.of(text.substring(colon + 1).strip()));
    } else if (!text.isEmpty()) {
      put(text, Optional.of("true"));
    }
  }

  private void putAll(ObjectNode told) {
    told.properties()
        .forEach(
            entry -> {
              if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                put(entry.getKey(), Optional.of(entry.getValue().asText()));
              }
            });
  }

  /** What came first stays, and what is too long is cut. */
  private void put(String name, Optional<String> value) {
    String key = EventText.boundedBytes(name, UsageLimits.MAX_TAG_KEY_BYTES);
    if (value.isPresent()
        && !key.isBlank()
        && !tags.has(key)
        && tags.size() < UsageLimits.MAX_TAGS) {
      tags.put(key, EventText.boundedBytes(value.get(), UsageLimits.MAX_TAG_VALUE_BYTES));
    }
  }
}
