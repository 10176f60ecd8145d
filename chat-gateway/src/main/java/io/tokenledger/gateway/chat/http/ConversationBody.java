package io.tokenledger.gateway.chat.http;

import io.tokenledger.gateway.chat.Settings;
import io.tokenledger.service.http.Body;
import io.tokenledger.service.http.Input;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A conversation to be made, and how one is changed. */
@Schema(name = "ConversationBody")
record ConversationBody(
    @Schema(
            description = "One of the caller's; may be left out by who has one only.",
            example = "acme")
        String orgId,
    @Schema(description = "At most 200 characters.", nullable = true, example = "Plans for May")
        String title,
    @Schema(description = "What the model is told first, at most 8000 characters.", nullable = true)
        String systemPrompt,
    @Schema(
            description = "At most 200 characters; without one, the default.",
            nullable = true,
            example = "echo-1")
        String model,
    @Schema(description = "0 to 2.", nullable = true) BigDecimal temperature,
    @Schema(description = "0 to 1.", nullable = true) BigDecimal topP) {

  private static final String TITLE = "title";
  private static final String SYSTEM_PROMPT = "systemPrompt";
  private static final String MODEL = "model";
  private static final String TEMPERATURE = "temperature";
  private static final String TOP_P = "topP";
  private static final String ORG = "orgId";

  /**
   * What is to be made.
   *
   * @param orgId may be absent
   */
  record Draft(Input orgId, Settings settings) {}

  /** The same without an org, which a conversation never leaves. */
  @Schema(name = "ConversationChange")
  record Change(
      @Schema(nullable = true) String title,
      @Schema(nullable = true) String systemPrompt,
      @Schema(nullable = true) String model,
      @Schema(nullable = true) BigDecimal temperature,
      @Schema(nullable = true) BigDecimal topP) {}

  static Draft draft(byte[] json) {
    Body body = Body.ofOptional(json, ORG, TITLE, SYSTEM_PROMPT, MODEL, TEMPERATURE, TOP_P);
    return new Draft(body.field(ORG), settings(new Fields(body)));
  }

  static Settings settings(Fields fields) {
    return new Settings(
        fields.line(TITLE, Fields.MAX_TITLE),
        fields.text(SYSTEM_PROMPT, Fields.MAX_SYSTEM_PROMPT),
        fields.line(MODEL, Fields.MAX_MODEL),
        fields.decimal(TEMPERATURE, 2),
        fields.decimal(TOP_P, 1));
  }

  /** What is there is changed, null to nothing (RFC 7396); what is not there stays. */
  static UnaryOperator<Settings> change(byte[] json) {
    Fields fields = new Fields(Body.of(json, TITLE, SYSTEM_PROMPT, MODEL, TEMPERATURE, TOP_P));
    Settings told = settings(fields);
    return was ->
        new Settings(
            chosen(fields, TITLE, told.title(), was.title()),
            chosen(fields, SYSTEM_PROMPT, told.systemPrompt(), was.systemPrompt()),
            chosen(fields, MODEL, told.model(), was.model()),
            chosen(fields, TEMPERATURE, told.temperature(), was.temperature()),
            chosen(fields, TOP_P, told.topP(), was.topP()));
  }

  private static <T> Optional<T> chosen(
      Fields fields, String name, Optional<T> told, Optional<T> was) {
    return fields.has(name) ? told : was;
  }
}
