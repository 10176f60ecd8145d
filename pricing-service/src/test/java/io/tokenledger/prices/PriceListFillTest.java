package io.tokenledger.prices;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.pricing.PriceComponent;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.RateCard;
import io.tokenledger.pricing.Rates;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceListFillTest {

  private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

  @Test
  void aNewModelIsTakenOverFromTheBeginningOfTimeUnderTheIdOfTheList() {
    PriceDraft draft = missing(List.of(), listed("gpt", "1")).get(0);
    assertThat(draft.effectiveFrom()).isEqualTo(Instant.EPOCH);
    assertThat(draft.toVersion(7, NOW).id()).isEqualTo("litellm:openai/gpt@1970-01-01");
  }

  @Test
  void whatIsStoredAlreadyIsNotRecordedAgain() {
    assertThat(missing(List.of(stored("", "gpt", "litellm", 1, "1.0")), listed("gpt", "1")))
        .isEmpty();
  }

  @Test
  void aChangedPriceHoldsFromNowOn() {
    PriceDraft draft =
        missing(List.of(stored("", "gpt", "litellm", 1, "1")), listed("gpt", "2")).get(0);
    assertThat(draft.effectiveFrom()).isEqualTo(NOW);
    assertThat(draft.toVersion(8, NOW).id()).isEqualTo("litellm:openai/gpt@" + NOW + "#8");
  }

  @Test
  void theLastRecordedPriceIsCompared() {
    List<PriceVersion> stored =
        List.of(stored("", "gpt", "litellm", 2, "2"), stored("", "gpt", "litellm", 1, "1"));
    assertThat(missing(stored, listed("gpt", "2"))).isEmpty();
    assertThat(missing(stored, listed("gpt", "1"))).hasSize(1);
  }

  @Test
  void aPriceSetByHandIsLeftAlone() {
    List<PriceVersion> stored =
        List.of(stored("", "gpt", "litellm", 1, "1"), stored("", "gpt", "manual", 2, "5"));
    assertThat(missing(stored, listed("gpt", "2"))).isEmpty();
  }

  @Test
  void aContractPriceDoesNotKeepTheListOut() {
    assertThat(missing(List.of(stored("acme", "gpt", "manual", 1, "5")), listed("gpt", "2")))
        .hasSize(1);
  }

  @Test
  void aModelThatDisappearsKeepsItsPrice() {
    assertThat(missing(List.of(stored("", "old", "litellm", 1, "1")), listed("gpt", "2")))
        .extracting(PriceDraft::modelName)
        .containsExactly("gpt");
  }

  private static List<PriceDraft> missing(List<PriceVersion> stored, PriceVersion listed) {
    return PriceListFill.missing(stored, List.of(listed), NOW);
  }

  private static PriceVersion listed(String model, String input) {
    return stored("", model, "litellm", 0, input);
  }

  private static PriceVersion stored(
      String org, String model, String source, long bookVersion, String input) {
    RateCard card = new RateCard(Map.of(PriceComponent.INPUT, new BigDecimal(input)), List.of());
    return new PriceVersion(
        source + bookVersion,
        bookVersion,
        org,
        "openai",
        model,
        Instant.EPOCH,
        Instant.EPOCH,
        source,
        Optional.of(Rates.ofTokens(card)));
  }
}
