package io.tokenledger.ingest.repricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.Serving;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.ingest.TestBooks;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.cost.BillableUsage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CostChangeTest {

  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  private static final PriceBook BOOK =
      TestBooks.book(3, TestBooks.price("house", NOON.minusSeconds(60), "2"));

  private static final PriceBook CACHING =
      TestBooks.book(3, TestBooks.cached("house", NOON.minusSeconds(60), "2", "0.2"));

  @Test
  void anEventWithoutPriceGetsTheOneInForceWhenItOccurred() {
    CostChange change = CostChange.at(BOOK, List.of(event(CostStatus.UNPRICED, 0, NOON))).get(0);
    assertThat(change.costStatus()).isEqualTo(CostStatus.PRICED);
    assertThat(change.costNanosDelta()).isEqualTo(2_000_000);
    assertThat(change.unpricedRequestsDelta()).isEqualTo(-3);

    StoredUsage before = event(CostStatus.UNPRICED, 0, NOON.minusSeconds(61));
    assertThat(CostChange.at(BOOK, List.of(before))).isEmpty();
  }

  @Test
  void aPriceThatEndedMakesAnEventUnpricedAgain() {
    StoredUsage old = event(CostStatus.PRICED, 5, NOON.minusSeconds(61));
    CostChange change = CostChange.at(BOOK, List.of(old)).get(0);
    assertThat(change.costStatus()).isEqualTo(CostStatus.UNPRICED);
    assertThat(change.costNanosDelta()).isEqualTo(-5);
    assertThat(change.unpricedRequestsDelta()).isEqualTo(3);
  }

  @Test
  void whatStaysTheSameIsNoChange() {
    assertThat(CostChange.at(BOOK, List.of(event(CostStatus.PRICED, 2_000_000, NOON)))).isEmpty();
  }

  @Test
  void whatCachingSavesBecomesKnownWithAnotherCost() {
    CostChange change =
        CostChange.at(CACHING, List.of(cached(CostStatus.UNPRICED, 0, OptionalLong.empty())))
            .get(0);
    assertThat(change.cacheSavedNanos()).hasValue(1_080_000);
    assertThat(change.cacheSavedNanosDelta()).isEqualTo(1_080_000);
    assertThat(change.cacheSavedTokensDelta()).isEqualTo(600);

    CostChange unpriced =
        CostChange.at(
                TestBooks.book(4), List.of(cached(CostStatus.PRICED, 920_000, OptionalLong.of(7))))
            .get(0);
    assertThat(unpriced.cacheSavedNanos()).isEmpty();
    assertThat(unpriced.cacheSavedNanosDelta()).isEqualTo(-7);
    assertThat(unpriced.cacheSavedTokensDelta()).isEqualTo(-600);
  }

  @Test
  void anotherSavingIsAChangeAndOneThatIsNotKnownIsNone() {
    assertThat(
            CostChange.at(
                CACHING, List.of(cached(CostStatus.PRICED, 920_000, OptionalLong.empty()))))
        .isEmpty();
    assertThat(
            CostChange.at(
                CACHING, List.of(cached(CostStatus.PRICED, 920_000, OptionalLong.of(1_080_000)))))
        .isEmpty();
    CostChange change =
        CostChange.at(CACHING, List.of(cached(CostStatus.PRICED, 920_000, OptionalLong.of(80_000))))
            .get(0);
    assertThat(change.costNanosDelta()).isZero();
    assertThat(change.cacheSavedNanosDelta()).isEqualTo(1_000_000);
    assertThat(change.cacheSavedTokensDelta()).isZero();
  }

  @Test
  void whatTheProducerSaidItCostStays() {
    StoredUsage told = event(CostStatus.PRODUCER_REPORTED, 5, NOON);
    assertThat(CostChange.at(BOOK, List.of(told))).isEmpty();
  }

  @Test
  void aCostBeyondWhatIsAcceptedIsNotTaken() {
    PriceBook dear = TestBooks.book(4, TestBooks.price("house", Instant.EPOCH, "10000"));
    StoredUsage huge = event(CostStatus.UNPRICED, 0, NOON, 1_000_000_000L);
    assertThat(CostChange.at(dear, List.of(huge))).isEmpty();
  }

  @Test
  void aModelMayBePricedWhenAnyVersionHoldsWhileItWasUsed() {
    assertThat(UnpricedCheck.mayBePriced(model("", -120, -61), BOOK)).isFalse();
    assertThat(UnpricedCheck.mayBePriced(model("", -120, 0), BOOK)).isTrue();
    assertThat(UnpricedCheck.mayBePriced(model("house-2", -10, 0), BOOK)).as("partial").isFalse();
    PriceBook endedAgain =
        TestBooks.book(
            5,
            TestBooks.price("house", NOON.minusSeconds(60), "2"),
            TestBooks.end("house", NOON.minusSeconds(30)));
    assertThat(UnpricedCheck.mayBePriced(model("", -120, 0), endedAgain)).isTrue();
    UnpricedModel elsewhere =
        new UnpricedModel("acme", "litellm", "it/house", "", NOON.minusSeconds(120), NOON);
    assertThat(UnpricedCheck.mayBePriced(elsewhere, endedAgain)).as("another's name").isTrue();
  }

  private static UnpricedModel model(String priceVersion, long firstSecond, long lastSecond) {
    return new UnpricedModel(
        "acme",
        "it",
        "house",
        priceVersion,
        NOON.plusSeconds(firstSecond),
        NOON.plusSeconds(lastSecond));
  }

  /** Of 1,000 tokens, 600 of them read from the cache. */
  private static StoredUsage cached(CostStatus status, long nanos, OptionalLong saved) {
    return event(status, nanos, saved, NOON, TokenCounts.inOrder(1_000, 0, 600));
  }

  private static StoredUsage event(CostStatus status, long nanos, Instant occurredAt) {
    return event(status, nanos, occurredAt, 1_000);
  }

  private static StoredUsage event(
      CostStatus status, long nanos, Instant occurredAt, long inputTokens) {
    return event(status, nanos, OptionalLong.empty(), occurredAt, TokenCounts.inOrder(inputTokens));
  }

  private static StoredUsage event(
      CostStatus status, long nanos, OptionalLong saved, Instant occurredAt, TokenCounts tokens) {
    return new StoredUsage(
        new UUID(1, 1),
        new BillableUsage("acme", "it", "house", occurredAt, tokens, Map.of(), 3, Serving.STANDARD),
        status,
        nanos,
        saved,
        "",
        true,
        false);
  }
}
