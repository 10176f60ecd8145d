package io.tokenledger.client;

import java.util.ArrayList;
import java.util.List;

/**
 * The classes that tokens are counted in. Input and output are totals that include their parts;
 * embedding stands beside them.
 */
public enum Tokens {
  /** All input tokens: uncached text, cache reads, cache writes, audio and images. */
  INPUT("inputTokens", null),
  /** All output tokens: visible text, reasoning, audio and images. */
  OUTPUT("outputTokens", null),
  /** Tokens embedded; beside input and output. */
  EMBEDDING("embeddingTokens", null),
  /** Of the input: read from the provider's prompt cache. */
  CACHE_READ("cacheReadTokens", INPUT),
  /** Of the input: written to the cache, whatever its lifetime. */
  CACHE_WRITE("cacheWriteTokens", INPUT),
  /** Of the cache writes: with a lifetime of one hour. */
  CACHE_WRITE_1H("cacheWrite1hTokens", CACHE_WRITE),
  /** Of the input: audio that was not read from the cache. */
  AUDIO_INPUT("audioInputTokens", INPUT),
  /** Of the input: images that were not read from the cache. */
  IMAGE_INPUT("imageInputTokens", INPUT),
  /** Of the output: what the caller does not see. */
  REASONING("reasoningTokens", OUTPUT),
  /** Of the output: audio. */
  AUDIO_OUTPUT("audioOutputTokens", OUTPUT),
  /** Of the output: images. */
  IMAGE_OUTPUT("imageOutputTokens", OUTPUT),
  /** Of the cache reads: audio. */
  CACHE_READ_AUDIO("cacheReadAudioTokens", CACHE_READ),
  /** Of the cache reads: images. */
  CACHE_READ_IMAGE("cacheReadImageTokens", CACHE_READ);

  private final String field;
  private final Tokens total;

  Tokens(String field, Tokens total) {
    this.field = field;
    this.total = total;
  }

  String field() {
    return field;
  }

  /** The parts of a total are disjoint: together they must fit into it. */
  static void checkParts(EventFields event) {
    for (Tokens whole : values()) {
      List<String> parts = new ArrayList<>();
      long sum = 0;
      for (Tokens part : values()) {
        if (part.total == whole) {
          parts.add(part.field);
          sum += event.countOf(part.field);
        }
      }
      event.require(
          parts.isEmpty() || sum <= event.countOf(whole.field),
          String.join(" + ", parts),
          "must not exceed " + whole.field);
    }
  }
}
