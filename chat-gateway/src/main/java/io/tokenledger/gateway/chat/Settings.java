package io.tokenledger.gateway.chat;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a model is told beside the messages.
 *
 * @param temperature 0 to 2
 * @param topP 0 to 1
 */
public record Settings(
    Optional<String> title,
    Optional<String> systemPrompt,
    Optional<String> model,
    Optional<BigDecimal> temperature,
    Optional<BigDecimal> topP) {}
