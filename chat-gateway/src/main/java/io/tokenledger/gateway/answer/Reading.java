package io.tokenledger.gateway.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.gateway.request.TextSample;
import java.util.List;
import java.util.Optional;

/**
 * What an answer said.
 *
 * @param usageChunks what the event gets as {@code rawUsage}, the texts left out; empty when the
 *     answer reported nothing
 * @param model as the answer names it
 * @param status of OpenAI's responses: {@code completed}, {@code queued}, …
 * @param ended whether the answer came to its end by its own word: the last event of its dialect,
 *     the end of its JSON, or an error before anything else
 * @param success false for an error, also for one inside of a stream
 * @param output the text of the answer
 */
public record Reading(
    List<JsonNode> usageChunks,
    Optional<String> model,
    Optional<String> responseId,
    Optional<String> status,
    Optional<String> serviceTier,
    Optional<String> errorMessage,
    boolean ended,
    boolean success,
    TextSample output) {

  /** Of a call without an answer. */
  public static final Reading NONE =
      new Reading(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          false,
          TextSample.NONE);

  public Reading {
    usageChunks = List.copyOf(usageChunks);
  }
}
