package io.tokenledger.query.sums.http;

import static io.tokenledger.events.TokenClass.AUDIO_INPUT;
import static io.tokenledger.events.TokenClass.AUDIO_OUTPUT;
import static io.tokenledger.events.TokenClass.CACHE_READ;
import static io.tokenledger.events.TokenClass.CACHE_READ_AUDIO;
import static io.tokenledger.events.TokenClass.CACHE_READ_IMAGE;
import static io.tokenledger.events.TokenClass.CACHE_WRITE;
import static io.tokenledger.events.TokenClass.CACHE_WRITE_1H;
import static io.tokenledger.events.TokenClass.IMAGE_INPUT;
import static io.tokenledger.events.TokenClass.IMAGE_OUTPUT;
import static io.tokenledger.events.TokenClass.REASONING;

import io.tokenledger.events.TokenCounts;

/**
 * Tokens by class, as every answer and export has them: by the fields of the event.
 *
 * @param totalTokens input, output and embedding; the others are parts of these
 */
public record TokenFields(
    long inputTokens,
    long outputTokens,
    long cacheReadTokens,
    long cacheWriteTokens,
    long cacheWrite1hTokens,
    long audioInputTokens,
    long reasoningTokens,
    long audioOutputTokens,
    long embeddingTokens,
    long imageInputTokens,
    long imageOutputTokens,
    long cacheReadAudioTokens,
    long cacheReadImageTokens,
    long totalTokens) {

  public static TokenFields of(TokenCounts tokens) {
    return new TokenFields(
        tokens.input(),
        tokens.output(),
        tokens.count(CACHE_READ),
        tokens.count(CACHE_WRITE),
        tokens.count(CACHE_WRITE_1H),
        tokens.count(AUDIO_INPUT),
        tokens.count(REASONING),
        tokens.count(AUDIO_OUTPUT),
        tokens.embedding(),
        tokens.count(IMAGE_INPUT),
        tokens.count(IMAGE_OUTPUT),
        tokens.count(CACHE_READ_AUDIO),
        tokens.count(CACHE_READ_IMAGE),
        tokens.total());
  }
}
