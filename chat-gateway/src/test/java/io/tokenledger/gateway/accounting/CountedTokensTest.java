package io.tokenledger.gateway.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.api.EncodingType;
import io.tokenledger.gateway.request.TextSample;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedTokensTest {

  private static final CountedTokens TOKENS = new CountedTokens();

  @Test
  void textIsCountedAsTheModelDoes() {
    assertThat(TOKENS.tokens("gpt-4o", Calls.text("Hello, world!"))).isEqualTo(4);
    assertThat(TOKENS.tokens("gpt-4o", Calls.text(""))).isZero();
  }

  @Test
  void theRestIsTakenToBeLikeTheSample() {
    assertThat(TOKENS.tokens("gpt-4o", new TextSample("Hello, world!", 13_000_000)))
        .isEqualTo(4_000_000);
  }

  /** What steers a model is text like any other here. */
  @Test
  void specialTokensAreText() {
    assertThat(TOKENS.tokens("gpt-4o", Calls.text("<|endoftext|>"))).isPositive();
  }

  /** A run of one letter is the worst that a text can be. */
  @Test
  void theWorstSampleTakesNotForEver() {
    TextSample worst = Calls.text("a".repeat(TextSample.MAX_CHARACTERS));
    Assertions.assertTimeout(
        Duration.ofSeconds(5), () -> assertThat(TOKENS.tokens("x", worst)).isPositive());
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o-mini, O200K_BASE",
    "gpt-4.1, O200K_BASE",
    "gpt-5, O200K_BASE",
    "o3-mini, O200K_BASE",
    "gpt-oss-120b, O200K_BASE",
    "claude-sonnet-4-5, O200K_BASE",
    "gpt-4-turbo, CL100K_BASE",
    "gpt-4, CL100K_BASE",
    "gpt-35-turbo, CL100K_BASE",
    "text-embedding-3-large, CL100K_BASE"
  })
  void aModelHasItsEncoding(String model, EncodingType encoding) {
    assertThat(CountedTokens.encodingType(model)).isEqualTo(encoding);
  }
}
