package io.tokenledger.pricing;

import static io.tokenledger.pricing.Prices.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version prices a call. */
class PriceBookTest {

  private static final String RATES = "{'input':'1'}";
  private static final Instant NOON = Prices.NOON;

  @Test
  void theContractPriceComesBeforeTheGlobalOne() {
    PriceVersion global = version("openai", "gpt-4o", "2026-01-01", RATES);
    PriceVersion contract = version("acme", "openai", "gpt-4o", "2025-01-01", 1, RATES);
    PriceBook book = PriceBook.of(1, List.of(global, contract));
    assertThat(book.find("acme", "openai", "gpt-4o", NOON)).contains(contract);
    assertThat(book.find("other", "openai", "gpt-4o", NOON)).contains(global);
    assertThat(book.find("", "openai", "gpt-4o", NOON)).contains(global);
  }

  @Test
  void anExactGlobalPriceComesBeforeAContractPriceOfAnAlias() {
    PriceVersion global = version("openai", "gpt-4o-2024-08-06", "2026-01-01", RATES);
    PriceVersion contract = version("acme", "openai", "gpt-4o", "2026-01-01", 1, RATES);
    PriceBook book = PriceBook.of(1, List.of(global, contract));
    assertThat(book.find("acme", "openai", "gpt-4o-2024-08-06", NOON)).contains(global);
    assertThat(book.find("acme", "openai", "gpt-4o-2024-11-20", NOON)).contains(contract);
  }

  @Test
  void theStartIsInclusive() {
    PriceVersion first = version("a", "m", "2026-01-01", RATES);
    PriceVersion second = version("a", "m", "2026-02-01", RATES);
    PriceBook book = PriceBook.of(1, List.of(second, first));
    Instant start = second.effectiveFrom();
    assertThat(book.find("", "a", "m", start)).contains(second);
    assertThat(book.find("", "a", "m", start.minusNanos(1_000))).contains(first);
    assertThat(book.find("", "a", "m", first.effectiveFrom().minusNanos(1))).isEmpty();
  }

  @Test
  void ofSeveralWithTheSameStartTheLastRecordedHolds() {
    PriceVersion wrong = version("", "a", "m", "2026-01-01", 7, RATES);
    PriceVersion corrected = version("", "a", "m", "2026-01-01", 9, RATES);
    PriceVersion between = version("", "a", "m", "2026-01-01", 8, "");
    assertThat(PriceBook.of(9, List.of(corrected, between, wrong)).find("", "a", "m", NOON))
        .contains(corrected);
  }

  @Test
  void anEndedPriceIsNoPrice() {
    PriceVersion begun = version("a", "m", "2026-01-01", RATES);
    PriceVersion ended = version("", "a", "m", "2026-03-01", 2, "");
    PriceVersion again = version("", "a", "m", "2026-06-01", 3, RATES);
    PriceBook book = PriceBook.of(3, List.of(begun, ended, again));
    assertThat(book.find("", "a", "m", ended.effectiveFrom().minusSeconds(1))).contains(begun);
    assertThat(book.find("", "a", "m", NOON)).isEmpty();
    assertThat(book.find("", "a", "m", again.effectiveFrom())).contains(again);
  }

  @Test
  void anEndedContractPriceFallsThroughToTheGlobalOne() {
    PriceVersion global = version("a", "m", "2026-01-01", RATES);
    PriceVersion contract = version("acme", "a", "m", "2026-01-01", 2, RATES);
    PriceVersion ended = version("acme", "a", "m", "2026-03-01", 3, "");
    PriceBook book = PriceBook.of(3, List.of(global, contract, ended));
    assertThat(book.find("acme", "a", "m", NOON)).contains(global);
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o,gpt-4o",
    "gpt-4o-2024-08-06,gpt-4o",
    "gpt-4o-20240806,gpt-4o",
    "models/gpt-4o,gpt-4o",
    "openai/gpt-4o,gpt-4o",
    "openai/gpt-4o-2024-08-06,gpt-4o",
    "openai/gpt-4o-mini-2024-07-18,gpt-4o-mini",
    "gpt-4o:free,",
    "us.gpt-4o,",
    "gpt-4o-pro,",
    "gpt-4,",
    "gpt-4o-2024-13-06,",
    "gpt-4o-2024-0806,",
    "gpt-4o-12345678,",
    "azure/gpt-4o,",
    "openai/,",
    "gpt-4o-2024-08-06-preview,"
  })
  void aliasesAreExactNamesNeverPrefixes(String asked, String found) {
    PriceBook book =
        PriceBook.of(
            1,
            List.of(
                version("openai", "gpt-4o", "2026-01-01", RATES),
                version("openai", "gpt-4o-mini", "2026-01-01", RATES)));
    Optional<String> model = book.find("", "openai", asked, NOON).map(PriceVersion::modelName);
    assertThat(model).isEqualTo(Optional.ofNullable(found));
  }

  @Test
  void aSuffixedModelIsAnEntryOfItsOwn() {
    PriceBook book =
        PriceBook.of(
            1,
            List.of(
                version("openrouter", "meta/llama", "2026-01-01", RATES),
                version("openrouter", "meta/llama:free", "2026-01-01", "{'input':'0'}")));
    assertThat(book.find("", "openrouter", "openrouter/meta/llama:free", NOON))
        .map(PriceVersion::modelName)
        .contains("meta/llama:free");
  }

  @Test
  void aDatedEntryIsFoundBeforeItsAlias() {
    PriceVersion dated = version("openai", "gpt-4o-2024-05-13", "2026-01-01", RATES);
    PriceBook book =
        PriceBook.of(1, List.of(version("openai", "gpt-4o", "2026-01-01", RATES), dated));
    assertThat(book.find("", "openai", "gpt-4o-2024-05-13", NOON)).contains(dated);
    assertThat(book.find("", "openai", "openai/gpt-4o-2024-05-13", NOON)).contains(dated);
  }

  @Test
  void hostileModelNamesDoNotGrowTheMemory() {
    PriceBook book = PriceBook.of(1, List.of(version("a", "m", "2026-01-01", RATES)));
    for (int i = 0; i < 5 * ResolutionCache.GENERATION_SIZE; i++) {
      book.find("org" + i, "a", "random-" + i, NOON);
      assertThat(book.find("org", "a", "m", NOON)).isPresent();
    }
    assertThat(book.rememberedResolutions())
        .isLessThanOrEqualTo(2 * ResolutionCache.GENERATION_SIZE);
  }
}
