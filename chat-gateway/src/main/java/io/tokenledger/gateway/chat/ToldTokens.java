package io.tokenledger.gateway.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.Money;
import java.math.BigDecimal;
import java.util.OptionalLong;

/** Reads {@code token_usage}, by which the flow of a call tells what it used. */
final class ToldTokens {

  private ToldTokens() {}

  static AnswerUsage usage(JsonNode told) {
    JsonNode cost = told.path("cost_estimate_usd");
    return new AnswerUsage(
        told.path("prompt_tokens").asLong(),
        told.path("completion_tokens").asLong(),
        told.path("total_tokens").asLong(),
        cost.isTextual()
            ? OptionalLong.of(Money.nanosFromUsd(new BigDecimal(cost.textValue())))
            : OptionalLong.empty());
  }
}
