package io.tokenledger.gateway.chat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What somebody asks a model. What it says of the model goes before what the conversation says.
 *
 * @param maxTokens of the answer
 * @param labels headers of the call that say what it is for
 */
public record Question(
    String content,
    Optional<String> model,
    Optional<BigDecimal> temperature,
    Optional<BigDecimal> topP,
    OptionalInt maxTokens,
    Map<String, String> labels) {

  /** With the settings of a conversation where this says nothing. */
  Question within(Settings settings) {
    return new Question(
        content,
        model.or(settings::model),
        temperature.or(settings::temperature),
        topP.or(settings::topP),
        maxTokens,
        labels);
  }
}
