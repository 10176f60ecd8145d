package io.tokenledger.gateway.chat.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.gateway.chat.Question;
import io.tokenledger.gateway.chat.Settings;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Body;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A question. */
@Schema(name = "MessageBody")
record MessageBody(
    @Schema(description = "1 to 100000 characters.", required = true, example = "Hello, ledger")
        String content,
    @Schema(description = "For this answer only.", nullable = true) String model,
    @Schema(nullable = true) BigDecimal temperature,
    @Schema(nullable = true) BigDecimal topP,
    @Schema(description = "Tokens of the answer, 1 to 1000000.", nullable = true) Integer maxTokens,
    @Schema(description = "Tags of the call: at most 16 texts, numbers and flags.", nullable = true)
        Map<String, String> tags) {

  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_CONTENT = 100_000;
  private static final int MAX_TOKENS = 1_000_000;
  private static final int MAX_TAGS = UsageLimits.MAX_TAGS / 2;
  private static final String CONTENT = "content";
  private static final String FEATURE = "x-tokenledger-feature";
  private static final String TAGS = "x-tokenledger-metadata";

  /** What a call is for; whose it is, and of which conversation, is known here. */
  private static final List<String> LABELS =
      List.of(FEATURE, "x-tokenledger-activity", "x-tokenledger-category", "x-tokenledger-tags");

  private static final JsonMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** A question that belongs to no conversation. */
  @Schema(name = "PlaygroundBody")
  record Loose(
      @Schema(description = "One of the caller's; may be left out by who has one only.")
          String orgId,
      @Schema(description = "1 to 100000 characters.", required = true, example = "Hello, ledger")
          String content,
      @Schema(nullable = true, example = "echo-1") String model,
      @Schema(nullable = true) String systemPrompt,
      @Schema(nullable = true) BigDecimal temperature,
      @Schema(nullable = true) BigDecimal topP,
      @Schema(nullable = true) Integer maxTokens,
      @Schema(nullable = true) Map<String, String> tags) {}

  /**
   * Of the playground.
   *
   * @param orgId may be absent
   */
  record Trial(Input orgId, Settings settings, Question question) {}

  static Question question(byte[] json, HttpHeaders headers) {
    Body body =
        Body.of(json, MAX_BYTES, CONTENT, "model", "temperature", "topP", "maxTokens", "tags");
    return question(new Fields(body), headers, "chat");
  }

  static Trial trial(byte[] json, HttpHeaders headers) {
    Body body =
        Body.of(
            json,
            MAX_BYTES,
            "orgId",
            CONTENT,
            "systemPrompt",
            "model",
            "temperature",
            "topP",
            "maxTokens",
            "tags");
    Fields fields = new Fields(body);
    return new Trial(
        body.field("orgId"),
        ConversationBody.settings(fields),
        question(fields, headers, "playground"));
  }

  private static Question question(Fields fields, HttpHeaders headers, String feature) {
    String content =
        fields
            .text(CONTENT, MAX_CONTENT)
            .filter(text -> !text.isBlank())
            .orElseThrow(
                () ->
                    ApiException.invalidField(
                        CONTENT, "must be a text of 1 to 100000 characters."));
    Map<String, String> labels = new HashMap<>(Map.of(FEATURE, feature));
    for (String name : LABELS) {
      String value = headers.getHeaderString(name);
      if (value != null && !value.isBlank()) {
        labels.put(name, value);
      }
    }
    fields.tags("tags", MAX_TAGS).ifPresent(tags -> labels.put(TAGS, ascii(tags)));
    return new Question(
        content,
        fields.line("model", Fields.MAX_MODEL),
        fields.decimal("temperature", 2),
        fields.decimal("topP", 1),
        fields.count("maxTokens", MAX_TOKENS),
        labels);
  }

  private static String ascii(JsonNode tags) {
    try {
      return ASCII.writeValueAsString(tags);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
