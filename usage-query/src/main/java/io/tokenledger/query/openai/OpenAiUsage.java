package io.tokenledger.query.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.query.sums.UsageSums;
import java.util.Optional;

/**
 * A result of OpenAI's completions usage; field names are theirs. What the ledger does not know is
 * null.
 *
 * @param inputTokens with those read from a cache
 */
public record OpenAiUsage(
    String object,
    @JsonProperty("input_tokens") long inputTokens,
    @JsonProperty("output_tokens") long outputTokens,
    @JsonProperty("input_cached_tokens") long inputCachedTokens,
    @JsonProperty("input_audio_tokens") long inputAudioTokens,
    @JsonProperty("output_audio_tokens") long outputAudioTokens,
    @JsonProperty("num_model_requests") long numModelRequests,
    @JsonProperty("project_id") Optional<String> projectId,
    @JsonProperty("user_id") Optional<String> userId,
    @JsonProperty("api_key_id") Optional<String> apiKeyId,
    Optional<String> model,
    Optional<Boolean> batch) {

  static OpenAiUsage of(BucketSums bucket) {
    UsageSums sums = bucket.sums();
    TokenCounts tokens = sums.tokens();
    return new OpenAiUsage(
        "organization.usage.completions.result",
        tokens.input(),
        tokens.output(),
        tokens.count(TokenClass.CACHE_READ),
        tokens.count(TokenClass.AUDIO_INPUT),
        tokens.count(TokenClass.AUDIO_OUTPUT),
        sums.requestCount(),
        Optional.empty(),
        bucket.user().filter(user -> !user.isEmpty()),
        Optional.empty(),
        bucket.model(),
        Optional.empty());
  }
}
