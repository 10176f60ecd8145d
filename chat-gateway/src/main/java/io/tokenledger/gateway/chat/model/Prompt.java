package io.tokenledger.gateway.chat.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a model is asked.
 *
 * @param model as the caller names it, maybe with its upstream
 * @param turns the oldest first; the last one is the question
 */
public record Prompt(
    String model,
    Optional<String> systemPrompt,
    List<Turn> turns,
    Optional<BigDecimal> temperature,
    Optional<BigDecimal> topP,
    OptionalInt maxTokens) {

  /**
   * @param role {@code user} or {@code assistant}
   */
  public record Turn(String role, String content) {}
}
