package io.tokenledger.local.backfill.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.UsageLimits;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Tags of a row: team, model group and call type, what callers told LiteLLM to log, and its request
 * tags, by the names that the intake of its callback gives them. What is too long for a tag, or one
 * too many, is left out: it is no reason to lose a call.
 */
final class SpendTags {

  private SpendTags() {}

  static void put(ObjectNode event, SpendRow row) {
    ObjectNode tags = event.withObjectProperty("metadata");
    put(tags, "callType", row.callType());
    put(tags, "modelGroup", row.text("model_group"));
    put(tags, "teamId", row.text("team_id"));
    put(tags, "teamAlias", row.metadata().path("user_api_key_team_alias").asText(""));
    put(tags, "keyAlias", row.metadata().path("user_api_key_alias").asText(""));
    put(tags, "litellmOrgId", row.text("organization_id"));
    if (row.isFromCache()) {
      tags.put("cached", true);
    }
    for (Map.Entry<String, JsonNode> said :
        row.metadata().path("spend_logs_metadata").properties()) {
      if (said.getValue().isValueNode() && !said.getValue().isNull()) {
        put(tags, said.getKey(), said.getValue().asText());
      }
    }
    putRequestTags(tags, row.json("request_tags"));
  }

  /** {@code team:blue} is the tag {@code team} with the value {@code blue}; others are true. */
  private static void putRequestTags(ObjectNode tags, JsonNode requestTags) {
    for (JsonNode each : requestTags) {
      String[] pair = each.asText().strip().split(":", 2);
      boolean tellsValue = pair.length == 2 && !pair[0].isBlank() && !pair[1].isBlank();
      put(
          tags,
          tellsValue ? pair[0].strip() : each.asText().strip(),
          tellsValue ? pair[1].strip() : "true");
    }
  }

  private static void put(ObjectNode tags, String key, String value) {
    boolean fits =
        !key.isEmpty()
            && !value.equals("null")
            && bytes(key) <= UsageLimits.MAX_TAG_KEY_BYTES
            && bytes(value) <= UsageLimits.MAX_TAG_VALUE_BYTES
            && value.indexOf(0) < 0
            && key.indexOf(0) < 0;
    if (fits && !value.isEmpty() && !tags.has(key) && tags.size() < UsageLimits.MAX_TAGS) {
      tags.put(key, value);
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
