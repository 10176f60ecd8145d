package io.tokenledger.gateway.chat;

import java.util.OptionalLong;

/**
 * The tokens of an answer as the ledger counts them.
 *
 * @param costNanos nano-dollars; empty where the model has no price
 */
public record AnswerUsage(
    long promptTokens, long completionTokens, long totalTokens, OptionalLong costNanos) {}
