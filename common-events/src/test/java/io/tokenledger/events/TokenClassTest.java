package io.tokenledger.events;

import static io.tokenledger.events.TokenClass.CACHE_READ;
import static io.tokenledger.events.TokenClass.CACHE_WRITE;
import static io.tokenledger.events.TokenClass.CACHE_WRITE_1H;
import static io.tokenledger.events.TokenClass.INPUT;
import static io.tokenledger.events.TokenClass.OUTPUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenClassTest {

  /** Producers, stored hashes and tables hold these names in this order. */
  @Test
  void theNamesAndTheirOrderStay() {
    assertThat(TokenClass.ALL)
        .extracting(TokenClass::field)
        .startsWith(
            "inputTokens",
            "outputTokens",
            "cacheReadTokens",
            "cacheWriteTokens",
            "cacheWrite1hTokens",
            "audioInputTokens",
            "reasoningTokens",
            "audioOutputTokens",
            "embeddingTokens",
            "imageInputTokens",
            "imageOutputTokens",
            "cacheReadAudioTokens",
            "cacheReadImageTokens");
    assertThat(TokenClass.ALL)
        .extracting(TokenClass::column)
        .startsWith(
            "input_tokens",
            "output_tokens",
            "cache_read_tokens",
            "cache_write_tokens",
            "cache_write_1h_tokens",
            "audio_input_tokens",
            "reasoning_tokens",
            "audio_output_tokens",
            "embedding_tokens",
            "image_input_tokens",
            "image_output_tokens",
            "cache_read_audio_tokens",
            "cache_read_image_tokens");
  }

  @Test
  void eachTotalStandsBeforeItsParts() {
    List<TokenClass> order = TokenClass.BY_TOTAL;
    assertThat(order).containsExactlyInAnyOrderElementsOf(TokenClass.ALL);
    assertThat(order)
        .allSatisfy(
            each ->
                assertThat(each.total().map(order::indexOf).orElse(-1))
                    .isLessThan(order.indexOf(each)));
    assertThat(CACHE_WRITE_1H.total()).contains(CACHE_WRITE);
  }

  @Test
  void aTotalIncludesItsParts() {
    TokenCounts tokens = TokenCounts.inOrder(100, 60, 10, 30, 5, 20, 15, 25, 7);
    assertThat(tokens.total()).isEqualTo(167);
    assertThat(tokens.partsOf(INPUT)).isEqualTo(60);
    assertThat(tokens.partsOf(OUTPUT)).isEqualTo(40);
    assertThat(tokens.partsOf(CACHE_READ)).isZero();
    assertThat(tokens.with(CACHE_READ, 0).partsOf(INPUT)).isEqualTo(50);
  }
}
