package io.tokenledger.pricing;

import static io.tokenledger.pricing.Prices.alias;
import static io.tokenledger.pricing.Prices.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose prices the models of a provider take that somebody, or a convention, said is another. */
class ProviderAliasTest {

  private static final String RATES = "{'input':'1'}";
  private static final Instant NOON = Prices.NOON;
  private static final PriceVersion GPT = version("openai", "gpt-4o", "2025-01-01", RATES);
  private static final PriceVersion AZURE = version("azure", "gpt-4o", "2025-01-01", RATES);
  private static final ModelAlias HUB = alias("", "hub/*", "2026-01-01", 2, "openai/*");

  @Test
  void everyModelIsTheTargetsOfTheSameName() {
    PriceBook book = PriceBook.of(2, List.of(GPT), List.of(HUB));
    assertThat(book.find("acme", "hub", "gpt-4o", NOON)).contains(GPT);
    assertThat(book.find("acme", "hub", "gpt-4o-2024-08-06", NOON)).contains(GPT);
    assertThat(book.find("acme", "hub", "gpt-4o-ultra", NOON)).isEmpty();
    assertThat(book.find("acme", "hub", "*", NOON)).isEmpty();
    assertThat(book.find("acme", "hubs", "gpt-4o", NOON)).isEmpty();
    assertThat(book.find("", "hub", "gpt-4o", HUB.effectiveFrom().minusNanos(1))).isEmpty();
  }

  @Test
  void theOrgsGoesBeforeEveryonesAndItsContractPriceHolds() {
    ModelAlias own = alias("acme", "hub/*", "2026-02-01", 3, "azure/*");
    PriceVersion contract = version("acme", "azure", "gpt-4o", "2026-03-01", 4, RATES);
    PriceBook book = PriceBook.of(4, List.of(GPT, AZURE, contract), List.of(HUB, own));
    assertThat(book.find("other", "hub", "gpt-4o", NOON)).contains(GPT);
    assertThat(book.find("acme", "hub", "gpt-4o", NOON)).contains(contract);
    assertThat(book.find("acme", "hub", "gpt-4o", own.effectiveFrom())).contains(AZURE);
    assertThat(book.find("acme", "hub", "gpt-4o", own.effectiveFrom().minusSeconds(1)))
        .contains(GPT);
    assertThat(book.find("acme", "hub", "gpt-4o", NOON, HUB.recordedAt())).contains(GPT);
  }

  @Test
  void whatIsListedUnderTheNameAsSentGoesBefore() {
    PriceVersion contract = version("acme", "hub", "gpt-4o", "2026-02-01", 3, RATES);
    PriceVersion sent = version("acme", "aws.bedrock", "amazon.nova", "2026-02-01", 4, RATES);
    PriceVersion nova = version("bedrock", "amazon.nova", "2025-01-01", RATES);
    PriceBook book = PriceBook.of(4, List.of(GPT, contract, sent, nova), List.of(HUB));
    assertThat(book.find("acme", "hub", "gpt-4o-2024-08-06", NOON)).contains(contract);
    assertThat(book.find("other", "hub", "gpt-4o", NOON)).contains(GPT);
    assertThat(book.find("acme", "aws.bedrock", "amazon.nova", NOON)).contains(sent);
    assertThat(book.find("other", "aws.bedrock", "amazon.nova", NOON)).contains(nova);
  }

  @Test
  void whatAPersonSaidGoesBeforeAConvention() {
    ModelAlias said = alias("acme", "az.ai.openai/*", "2026-01-01", 2, "openai/*");
    PriceBook book = PriceBook.of(2, List.of(GPT, AZURE), List.of(said));
    assertThat(book.find("acme", "az.ai.openai", "gpt-4o", NOON)).contains(GPT);
    assertThat(book.find("other", "az.ai.openai", "gpt-4o", NOON)).contains(AZURE);
  }

  @Test
  void aliasesOfModelsHoldBehindItAndOtherAliasesOfProvidersDoNot() {
    ModelAlias chat = alias("", "openai/prod-chat", "2026-01-01", 3, "openai/gpt-4o");
    ModelAlias second = alias("", "edge/*", "2026-01-01", 4, "hub/*");
    ModelAlias circle = alias("", "ring/*", "2026-01-01", 5, "ring/*");
    PriceBook book = PriceBook.of(5, List.of(GPT), List.of(HUB, chat, second, circle));
    assertThat(book.find("acme", "hub", "prod-chat", NOON)).contains(GPT);
    assertThat(book.find("acme", "open_ai", "prod-chat", NOON)).contains(GPT);
    assertThat(book.find("acme", "edge", "gpt-4o", NOON)).isEmpty();
    assertThat(book.find("acme", "ring", "gpt-4o", NOON)).isEmpty();
  }

  @Test
  void theBookTellsWhenThePriceOfANameMayChange() {
    PriceVersion later = version("", "openai", "gpt-4o", "2026-04-01", 3, RATES);
    ModelAlias ended = alias("", "hub/*", "2026-05-01", 4, "");
    PriceBook book = PriceBook.of(4, List.of(GPT, later, AZURE), List.of(HUB, ended));
    assertThat(book.beginnings("acme", "hub", "gpt-4o-2024-08-06"))
        .contains(HUB.effectiveFrom(), later.effectiveFrom(), ended.effectiveFrom());
    assertThat(book.find("acme", "hub", "gpt-4o", NOON)).isEmpty();
    assertThat(book.beginnings("acme", "hub", "other"))
        .doesNotContain(later.effectiveFrom())
        .contains(ended.effectiveFrom());
  }
}
