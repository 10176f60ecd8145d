package io.tokenledger.pricing;

import static io.tokenledger.pricing.Prices.alias;
import static io.tokenledger.pricing.Prices.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which price a name takes that somebody said is another model's. */
class ModelAliasTest {

  private static final String RATES = "{'input':'1'}";
  private static final Instant NOON = Prices.NOON;
  private static final PriceVersion GPT = version("openai", "gpt-4o", "2025-01-01", RATES);
  private static final PriceVersion MINI = version("openai", "gpt-4o-mini", "2025-01-01", RATES);
  private static final ModelAlias PROD = alias("", "azure/prod", "2026-01-01", 2, "openai/gpt-4o");

  @Test
  void anAliasHoldsForEveryOrgFromItsStartOn() {
    PriceBook book = PriceBook.of(2, List.of(GPT), List.of(PROD));
    assertThat(book.find("acme", "azure", "prod", NOON)).contains(GPT);
    assertThat(book.find("", "azure", "prod", PROD.effectiveFrom())).contains(GPT);
    assertThat(book.find("", "azure", "prod", PROD.effectiveFrom().minusNanos(1))).isEmpty();
    assertThat(book.find("", "azure", "prod-2", NOON)).isEmpty();
    assertThat(book.find("", "openai", "prod", NOON)).isEmpty();
  }

  @Test
  void theOrgsAliasComesBeforeEveryones() {
    ModelAlias own = alias("acme", "azure/prod", "2026-02-01", 3, "openai/gpt-4o-mini");
    PriceBook book = PriceBook.of(3, List.of(GPT, MINI), List.of(own, PROD));
    assertThat(book.find("acme", "azure", "prod", NOON)).contains(MINI);
    assertThat(book.find("other", "azure", "prod", NOON)).contains(GPT);
    assertThat(book.find("acme", "azure", "prod", own.effectiveFrom().minusSeconds(1)))
        .contains(GPT);
  }

  @Test
  void itLeadsToTheOrgsContractPriceOfTheModel() {
    PriceVersion contract = version("acme", "openai", "gpt-4o", "2026-01-01", 3, RATES);
    PriceBook book = PriceBook.of(3, List.of(GPT, contract), List.of(PROD));
    assertThat(book.find("acme", "azure", "prod", NOON)).contains(contract);
    assertThat(book.find("other", "azure", "prod", NOON)).contains(GPT);
  }

  @Test
  void anExactPriceComesBeforeAnAliasAndAnAliasBeforeADerivedName() {
    PriceVersion exact = version("azure", "prod", "2026-03-01", RATES);
    PriceVersion derived = version("azure", "prod", "2025-01-01", RATES);
    ModelAlias dated = alias("", "azure/prod-2024-08-06", "2026-01-01", 3, "openai/gpt-4o");
    assertThat(
            PriceBook.of(3, List.of(GPT, exact), List.of(PROD)).find("acme", "azure", "prod", NOON))
        .contains(exact);
    assertThat(
            PriceBook.of(3, List.of(GPT, derived), List.of(dated))
                .find("acme", "azure", "prod-2024-08-06", NOON))
        .contains(GPT);
  }

  @Test
  void anEndedAliasIsPassedOver() {
    ModelAlias ended = alias("", "azure/prod", "2026-03-01", 3, "");
    PriceBook book = PriceBook.of(3, List.of(GPT), List.of(PROD, ended));
    assertThat(book.find("", "azure", "prod", ended.effectiveFrom().minusSeconds(1))).contains(GPT);
    assertThat(book.find("", "azure", "prod", NOON)).isEmpty();
    assertThat(book.aliasesInForce(NOON, NOON)).isEmpty();
  }

  @Test
  void anAliasOfAnAliasIsNone() {
    ModelAlias second = alias("", "azure/test", "2026-01-01", 3, "azure/prod");
    ModelAlias circle = alias("", "azure/ring", "2026-01-01", 4, "azure/ring");
    PriceBook book = PriceBook.of(4, List.of(GPT), List.of(PROD, second, circle));
    assertThat(book.find("", "azure", "test", NOON)).isEmpty();
    assertThat(book.find("", "azure", "ring", NOON)).isEmpty();
  }

  @Test
  void aTargetMustBeNamedExactly() {
    ModelAlias dated = alias("", "azure/d", "2026-01-01", 3, "openai/gpt-4o-2024-08-06");
    assertThat(PriceBook.of(3, List.of(GPT), List.of(dated)).find("", "azure", "d", NOON))
        .isEqualTo(Optional.empty());
  }
}
