package io.tokenledger.pricing;

import static io.tokenledger.pricing.Prices.NOON;
import static io.tokenledger.pricing.Prices.factor;
import static io.tokenledger.pricing.Prices.version;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.events.ModelName;
import io.tokenledger.pricing.json.InvalidPriceException;
import io.tokenledger.pricing.json.PriceBookJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rule is for which model, and its way to those who price. The figures are in the cases. */
class PriceFactorTest {

  private static final List<PriceVersion> LIST =
      List.of(
          version("bedrock", "anthropic.claude-x", "2026-01-01", "{'input':'3'}"),
          version("bedrock", "meta.llama-x", "2026-01-01", "{'input':'1'}"));

  private static final List<PriceFactor> RULES =
      List.of(
          factor("acme", "*", "2026-01-01", 3, "1.2"),
          factor("acme", "bedrock/*", "2026-02-01", 4, "0.95"),
          factor("acme", "bedrock/anthropic.claude-*", "2026-01-01", 5, "0.880"),
          factor("acme", "bedrock/anthropic.claude-*", "2026-04-01", 6, ""),
          factor("globex", "bedrock/meta.llama-x", "2026-01-01", 7, "0.5"));

  private static final PriceBook BOOK = PriceBook.of(7, LIST, List.of(), RULES);

  @ParameterizedTest
  @CsvSource({
    "gpt-4o-*,gpt-4o-mini,true",
    "gpt-4o-*,gpt-4o-2024-08-06,true",
    "gpt-4o-*,gpt-4o,false",
    "gpt-4o-*,gpt-4omni,false",
    "gpt-4o-*,GPT-4o-mini,false",
    "gpt-4o-*,openai/gpt-4o-mini,false",
    "gpt-4o-*,gpt-4o-,true",
    "gpt-4o,gpt-4o,true",
    "gpt-4o,gpt-4o-mini,false",
    "anthropic.*,anthropic.claude-x,true",
    "anthropic.*,us.anthropic.claude-x,false",
    "meta/*,meta/llama,true",
    "a@*,a@1,true"
  })
  void aFamilyIsABeginningUpToASeparator(String models, String name, boolean covered) {
    FactorScope scope = new FactorScope("openai", models);
    assertThat(scope.covers(new ModelName("openai", name))).isEqualTo(covered);
    assertThat(scope.covers(new ModelName("azure", name))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-4o*", "*", "gpt*", "*-mini", "gpt-*-mini", "gpt-**", "g*-*"})
  void whatCouldCoverAModelBySurpriseIsNoFamily(String models) {
    assertThat(FactorScope.isModels(models)).isFalse();
    assertThatThrownBy(() -> new FactorScope("openai", models))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFamilyIsOfOneProvider() {
    assertThatThrownBy(() -> new FactorScope("", "claude-*"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "acme,anthropic.claude-x,2026-03-31T23:59:59Z,0.88",
    "acme,anthropic.claude-x,2026-04-01T00:00:00Z,0.95",
    "acme,meta.llama-x,2026-01-31T23:59:59Z,1.2",
    "acme,meta.llama-x,2026-02-01T00:00:00Z,0.95",
    "globex,meta.llama-x,2026-02-01T00:00:00Z,0.5",
    "globex,anthropic.claude-x,2026-02-01T00:00:00Z,",
    "initech,meta.llama-x,2026-02-01T00:00:00Z,"
  })
  void theMostSpecificInForceHolds(String org, String model, Instant at, String factor) {
    EffectivePrice price = BOOK.priceOf(org, "bedrock", model, at).orElseThrow();
    assertThat(price.factor().flatMap(PriceFactor::factor))
        .isEqualTo(Optional.ofNullable(factor).map(BigDecimal::new));
  }

  @Test
  void whatWasNotKnownThenDoesNotHoldThen() {
    PriceFactor late =
        new PriceFactor(
            "late",
            8,
            "acme",
            new FactorScope("", ""),
            Instant.EPOCH,
            NOON,
            Optional.of(BigDecimal.TEN));
    PriceBook book = PriceBook.of(8, LIST, List.of(), List.of(late));
    assertThat(factorAt(book, NOON.minusNanos(1))).isEmpty();
    assertThat(factorAt(book, NOON)).contains(late);
  }

  private static Optional<PriceFactor> factorAt(PriceBook book, Instant knownAt) {
    return book.priceOf("acme", "bedrock", "meta.llama-x", NOON, knownAt).orElseThrow().factor();
  }

  @Test
  void theOrderOfTheEntriesDoesNotMatter() {
    Random random = new Random(7);
    List<PriceFactor> shuffled = new ArrayList<>(RULES);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(shuffled, random);
      PriceBook book = PriceBook.of(7, LIST, List.of(), shuffled);
      assertThat(book.factorsInForce("acme", Instant.parse("2026-03-01T00:00:00Z"), NOON))
          .extracting(each -> each.scope().label())
          .containsExactly("bedrock/anthropic.claude-*", "bedrock/*", "*");
    }
  }

  @Test
  void whatIsWrittenIsRead() {
    PriceBook read = PriceBookJson.decode(PriceBookJson.encode(BOOK.ofLine("l")));
    assertThat(read.factors()).isEqualTo(RULES);
    assertThat(read.versions()).isEqualTo(LIST);
    assertThat(document()).contains("\"factor\":\"0.88\"", "\"factor\":null");
  }

  /** What the version before wrote, and what it reads: a field that it does not know. */
  @Test
  void aBookWithoutFactorsIsWrittenAsBefore() {
    String before = new String(PriceBookJson.encode(PriceBook.of(7, LIST)), UTF_8);
    assertThat(before).doesNotContain("factor");
    assertThat(PriceBookJson.decode(before.getBytes(UTF_8)).factors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"factor\":\"1.2\" | \"factor\":\"0\" | factors[0].factor",
        "\"factor\":\"1.2\" | \"factor\":\"-1\" | factors[0].factor",
        "\"factor\":\"1.2\" | \"factor\":\"0.00009\" | factors[0].factor",
        "\"factor\":\"1.2\" | \"factor\":\"100.000001\" | factors[0].factor",
        "\"factor\":\"1.2\" | \"factor\":\"0.1234567\" | factors[0].factor",
        "\"factor\":\"1.2\" | \"factor\":true | factors[0].factor",
        "\"factor\":\"1.2\" | \"f\":\"1.2\" | factors[0].factor",
        "\"models\":\"anthropic.claude-*\" | \"models\":\"anthropic.claude*\" | factors[2].models",
        "\"orgId\":\"globex\" | \"orgId\":\"\" | factors[4].orgId",
        "\"factors\":[ | \"factors\":7,\"x\":[ | factors"
      })
  void aBadFactorIsRefusedNamingTheField(String right, String wrong, String field) {
    assertThat(document()).contains(right);
    assertThatThrownBy(() -> PriceBookJson.decode(document().replace(right, wrong).getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            InvalidPriceException.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  private static String document() {
    return new String(PriceBookJson.encode(BOOK), UTF_8);
  }
}
