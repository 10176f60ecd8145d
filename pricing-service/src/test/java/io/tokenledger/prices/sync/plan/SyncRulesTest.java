package io.tokenledger.prices.sync.plan;

import static io.tokenledger.prices.support.Prices.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.events.ModelName;
import io.tokenledger.prices.PriceDraft;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.support.Prices;
import io.tokenledger.pricing.PriceVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyncRulesTest {

  private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
  private static final SyncRules RULES = new SyncRules(new BigDecimal(3), 2, new BigDecimal("0.5"));

  @Test
  void aNewModelIsTakenOverFromTheBeginningOfTimeUnderTheIdOfTheList() {
    PriceDraft draft = plan(stored(), listed("gpt", "1")).drafts().get(0);
    assertThat(draft.effectiveFrom()).isEqualTo(Instant.EPOCH);
    assertThat(draft.toVersion(7, NOW).id()).isEqualTo("litellm:openrouter/gpt@1970-01-01");
  }

  @Test
  void whatIsStoredAlreadyIsNotRecordedAgain() {
    SyncPlan plan = plan(stored(price("litellm", "gpt", 1, "1.0")), listed("gpt", "1"));
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.counts()).isEqualTo(new SyncCounts(1, 0, 0, 0, 1, 0));
  }

  @Test
  void aChangedPriceHoldsFromNowOn() {
    SyncPlan plan = plan(stored(price("litellm", "gpt", 1, "1")), listed("gpt", "2"));
    PriceDraft draft = plan.drafts().get(0);
    assertThat(draft.effectiveFrom()).isEqualTo(NOW);
    assertThat(draft.toVersion(8, NOW).id()).isEqualTo("litellm:openrouter/gpt@" + NOW + "#8");
    assertThat(plan.difference().changed())
        .containsExactly(
            new SyncDifference.Changed(
                "openrouter",
                "gpt",
                "litellm",
                List.of(new SyncDifference.Component("input", "1", "2"))));
  }

  @Test
  void theLastRecordedPriceIsCompared() {
    SyncBasis basis = stored(price("litellm", "gpt", 2, "2"), price("litellm", "gpt", 1, "1"));
    assertThat(plan(basis, listed("gpt", "2")).drafts()).isEmpty();
    assertThat(plan(basis, listed("gpt", "1")).drafts()).hasSize(1);
  }

  @Test
  void aPriceSetByHandIsLeftAloneHoweverOld() {
    SyncBasis basis =
        stored(
            price("litellm", "gpt", 1, "1"),
            price("manual", "gpt", 2, "5"),
            price("litellm", "gpt", 3, "1"));
    SyncPlan plan = plan(basis, listed("gpt", "2"));
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.difference().skipped())
        .containsExactly(new SyncDifference.Skipped("manual_price", 1, List.of("openrouter/gpt")));
  }

  @Test
  void anUnknownSourceCountsAsByHand() {
    SyncPlan plan = plan(stored(price("import", "gpt", 1, "1")), listed("gpt", "2"));
    assertThat(plan.isEmpty()).isTrue();
  }

  @Test
  void aContractPriceDoesNotKeepTheListOut() {
    SyncBasis basis = stored(version("acme", "manual", "gpt", 1, "{'input':'5'}"));
    assertThat(plan(basis, listed("gpt", "2")).counts().added()).isEqualTo(1);
  }

  @Test
  void aModelThatDisappearsKeepsItsPrice() {
    SyncBasis basis = stored(price("litellm", "old", 1, "1"));
    assertThat(plan(basis, listed("gpt", "2")).drafts())
        .extracting(PriceDraft::modelName)
        .containsExactly("gpt");
  }

  @Test
  void theProvidersOwnListGoesBeforeACollection() {
    SyncBasis basis = stored(price("openrouter", "gpt", 1, "1"));
    SyncPlan plan = plan(basis, listed("gpt", "2"));
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.difference().skipped().get(0).reason()).isEqualTo("other_source");

    SyncPlan takeover =
        RULES.plan(
            PriceSource.OPENROUTER,
            list(price("openrouter", "gpt", 0, "2")),
            stored(price("litellm", "gpt", 1, "1")));
    assertThat(takeover.drafts()).extracting(PriceDraft::source).containsExactly("openrouter");
    assertThat(takeover.difference().changed().get(0).fromSource()).isEqualTo("litellm");
  }

  @Test
  void aLargeMoveWaits() {
    SyncPlan plan = plan(stored(price("litellm", "gpt", 1, "1")), listed("gpt", "10"));
    assertThat(plan.drafts()).isEmpty();
    assertThat(plan.proposed())
        .extracting(move -> move.base().orElseThrow().id())
        .containsExactly("litellm:gpt#1");
    assertThat(plan.difference().quarantined().get(0).largeMoves()).containsExactly("input");
  }

  @Test
  void aMoveThatWaitsIsNotProposedTwice() {
    SyncPlan plan = plan(waiting("10", false), listed("gpt", "10"));
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.counts().quarantined()).isEqualTo(1);
  }

  @Test
  void aRejectedMoveIsNotProposedAgainUntilTheListChanges() {
    assertThat(plan(waiting("10", true), listed("gpt", "10")).difference().skipped())
        .containsExactly(new SyncDifference.Skipped("rejected", 1, List.of("openrouter/gpt")));

    SyncPlan other = plan(waiting("10", true), listed("gpt", "11"));
    assertThat(other.superseded()).containsExactly(7L);
    assertThat(other.proposed()).hasSize(1);

    SyncPlan back = plan(waiting("10", true), listed("gpt", "1"));
    assertThat(back.superseded()).containsExactly(7L);
    assertThat(back.counts().unchanged()).isEqualTo(1);
  }

  @Test
  void aMoveFromAPriceThatIsNoLongerTheLastIsSuperseded() {
    SyncBasis basis =
        basis(
            List.of(price("litellm", "gpt", 1, "1"), price("litellm", "gpt", 2, "2")),
            List.of(move("10", true)),
            0);
    SyncPlan plan = plan(basis, listed("gpt", "10"));
    assertThat(plan.superseded()).containsExactly(7L);
    assertThat(plan.proposed()).hasSize(1);
  }

  @Test
  void aMoveOfAModelThatWasPricedByHandMeanwhileIsSuperseded() {
    SyncBasis basis =
        basis(
            List.of(price("litellm", "gpt", 1, "1"), price("manual", "gpt", 2, "2")),
            List.of(move("10", false)),
            0);
    assertThat(plan(basis, listed("gpt", "10")).superseded()).containsExactly(7L);
  }

  @Test
  void anEmptyListIsRefused() {
    assertRefused(SyncFailure.EMPTY_LIST, stored(), list());
  }

  @Test
  void aListThatLostMoreThanHalfIsRefused() {
    SyncBasis had = basis(List.of(), List.of(), 5);
    assertRefused(SyncFailure.LIST_SHRUNK, had, list(listed("a", "1"), listed("b", "1")));
    assertThat(plan(had, listed("a", "1"), listed("b", "1"), listed("c", "1")).drafts()).hasSize(3);
  }

  @Test
  void beforeTheFirstRunTheBookSaysHowManyThereWere() {
    SyncBasis had =
        stored(
            price("litellm", "a", 1, "1"),
            price("litellm", "b", 2, "1"),
            price("litellm", "c", 3, "1"));
    assertRefused(SyncFailure.LIST_SHRUNK, had, list(listed("a", "1")));
  }

  @Test
  void aListOfWhichTooMuchMovedIsRefused() {
    SyncBasis had =
        stored(
            price("litellm", "a", 1, "1"),
            price("litellm", "b", 2, "1"),
            price("litellm", "c", 3, "1"));
    assertRefused(
        SyncFailure.TOO_MANY_LARGE_MOVES,
        had,
        list(listed("a", "10"), listed("b", "10"), listed("c", "10")));
  }

  @Test
  void onceTheSourceWasAskedTheBundledListOnlyAdds() {
    ListedPrices bundled = list(listed("gpt", "1"), listed("new", "1"));
    List<PriceVersion> book = List.of(price("litellm", "gpt", 1, "2"));
    SyncBasis fed = new SyncBasis(book, List.of(), 1, true, NOW);
    assertThat(RULES.planBundled(PriceSource.LITELLM, bundled, fed).drafts())
        .extracting(PriceDraft::modelName)
        .containsExactly("new");
    SyncBasis unfed = new SyncBasis(book, List.of(), 1, false, NOW);
    assertThat(RULES.planBundled(PriceSource.LITELLM, bundled, unfed).drafts()).hasSize(2);
  }

  @Test
  void theBundledListMovesAsFarAsItSaysUnlessSomebodySaidNo() {
    SyncBasis basis = stored(price("litellm", "gpt", 1, "10000"));
    ListedPrices bundled = list(listed("gpt", "0.1"));
    assertThat(RULES.planBundled(PriceSource.LITELLM, bundled, basis).counts().changed())
        .isEqualTo(1);

    OpenMove rejected = open("gpt", "litellm:gpt#1", "0.1", true);
    SyncPlan plan = RULES.planBundled(PriceSource.LITELLM, bundled, with(basis, rejected));
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.difference().skipped().get(0).reason()).isEqualTo("rejected");
  }

  @Test
  void aDoubtfulPriceOfANewModelWaitsWithItsReason() {
    SyncPlan plan = planDoubtful(stored(), "gpt", "700");
    assertThat(plan.drafts()).isEmpty();
    assertThat(plan.counts().quarantined()).isEqualTo(1);
    assertThat(plan.proposed())
        .singleElement()
        .satisfies(
            move -> {
              assertThat(move.base()).isEmpty();
              assertThat(move.reason()).isEqualTo("above_bound: 700");
            });
  }

  @Test
  void itWaitsOnceHoweverOftenTheListRepeatsIt() {
    OpenMove waiting = open("gpt", "", "700", false);
    SyncPlan plan = planDoubtful(with(stored(), waiting), "gpt", "700");
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.counts().quarantined()).isEqualTo(1);

    SyncPlan other = planDoubtful(with(stored(), waiting), "gpt", "800");
    assertThat(other.superseded()).containsExactly(waiting.id());
    assertThat(other.proposed()).hasSize(1);
  }

  @Test
  void whatSomebodyRejectedStaysUnpricedUntilTheListIsMended() {
    SyncBasis basis = with(stored(), open("gpt", "", "700", true));
    SyncPlan plan = planDoubtful(basis, "gpt", "700");
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.difference().skipped().get(0).reason()).isEqualTo("rejected");

    SyncPlan mended = plan(basis, listed("gpt", "0.7"));
    assertThat(mended.counts().added()).isEqualTo(1);
    assertThat(mended.superseded()).hasSize(1);
  }

  @Test
  void aDoubtfulPriceThatSomebodyApprovedIsUnchanged() {
    SyncBasis basis = stored(price("litellm", "gpt", 1, "700"));
    assertThat(planDoubtful(basis, "gpt", "700").counts().unchanged()).isEqualTo(1);
    assertThat(planDoubtful(basis, "gpt", "701").counts().quarantined()).isEqualTo(1);
  }

  @Test
  void doubtfulPricesOfNewModelsAreNoMistakeOfTheWholeList() {
    List<DoubtfulPrice> doubtful =
        List.of(doubtful("a", "700"), doubtful("b", "700"), doubtful("c", "700"));
    ListedPrices list = new ListedPrices(List.of(), doubtful, Map.of());
    SyncPlan plan = RULES.plan(PriceSource.LITELLM, list, stored());
    assertThat(plan.counts().quarantined()).isEqualTo(3);
  }

  private static SyncPlan planDoubtful(SyncBasis basis, String model, String input) {
    ListedPrices list = new ListedPrices(List.of(), List.of(doubtful(model, input)), Map.of());
    return RULES.plan(PriceSource.LITELLM, list, basis);
  }

  private static DoubtfulPrice doubtful(String model, String input) {
    return new DoubtfulPrice(listed(model, input), "above_bound: " + input);
  }

  private static SyncBasis with(SyncBasis basis, OpenMove open) {
    return new SyncBasis(
        basis.stored(), List.of(open), basis.lastListed(), basis.isFed(), basis.now());
  }

  private static void assertRefused(SyncFailure reason, SyncBasis basis, ListedPrices list) {
    assertThatThrownBy(() -> RULES.plan(PriceSource.LITELLM, list, basis))
        .isInstanceOfSatisfying(
            SyncFailedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static SyncPlan plan(SyncBasis basis, PriceVersion... listed) {
    return RULES.plan(PriceSource.LITELLM, list(listed), basis);
  }

  private static ListedPrices list(PriceVersion... listed) {
    return new ListedPrices(List.of(listed), List.of(), Map.of());
  }

  private static SyncBasis waiting(String to, boolean isRejected) {
    return basis(List.of(price("litellm", "gpt", 1, "1")), List.of(move(to, isRejected)), 0);
  }

  private static OpenMove move(String to, boolean isRejected) {
    return new OpenMove(
        7,
        new ModelName("openrouter", "gpt"),
        "litellm:gpt#1",
        Prices.rates(input(to)),
        isRejected);
  }

  private static SyncBasis stored(PriceVersion... versions) {
    return basis(new ArrayList<>(Arrays.asList(versions)), List.of(), 0);
  }

  private static SyncBasis basis(List<PriceVersion> versions, List<OpenMove> open, int had) {
    return new SyncBasis(versions, open, had, false, NOW);
  }

  private static OpenMove open(String model, String base, String to, boolean isRejected) {
    return new OpenMove(
        7, new ModelName("openrouter", model), base, Prices.rates(input(to)), isRejected);
  }

  private static PriceVersion listed(String model, String input) {
    return price("litellm", model, 0, input);
  }

  private static PriceVersion price(String source, String model, long number, String input) {
    return version(source, model, number, input(input));
  }

  private static String input(String price) {
    return "{'input':'" + price + "'}";
  }
}
