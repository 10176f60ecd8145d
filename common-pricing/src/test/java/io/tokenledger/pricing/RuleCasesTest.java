package io.tokenledger.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.CostStatus;
import io.tokenledger.pricing.cost.AppliedMultiplier;
import io.tokenledger.pricing.cost.Cost;
import io.tokenledger.pricing.cost.CostCalculator;
import io.tokenledger.pricing.cost.CostComponent;
import io.tokenledger.pricing.cost.PriceOrigin;
import io.tokenledger.pricing.json.BundledPriceList;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Cases for each rule of docs/pricing.md: not only the sum, every line of the cost is compared. */
class RuleCasesTest {

  private static final List<String> CASES =
      List.of("/rule-cost-cases.json", "/factor-cost-cases.json");

  private record Line(String component, BigDecimal quantity, BigDecimal price, BigDecimal usd) {

    static Line of(CostComponent line) {
      return new Line(line.component(), line.quantity(), line.unitPriceUsd(), line.costUsd());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Line line
          && component.equals(line.component)
          && quantity.compareTo(line.quantity) == 0
          && price.compareTo(line.price) == 0
          && usd.compareTo(line.usd) == 0;
    }

    @Override
    public int hashCode() {
      return component.hashCode();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyLineIsAsWorkedOut() throws IOException {
    List<CostCase> cases = cases();
    assertThat(cases).hasSizeGreaterThan(220);
    return cases.stream().map(each -> DynamicTest.dynamicTest(each.id(), () -> check(each)));
  }

  static List<CostCase> cases() throws IOException {
    List<CostCase> cases = new ArrayList<>();
    for (String each : CASES) {
      cases.addAll(CostCase.read(each));
    }
    return cases;
  }

  static Cost costOf(CostCase each) {
    return CostCalculator.costOf(each.bookWith(BundledPriceList.book().versions()), each.usage());
  }

  private static void check(CostCase each) {
    Cost cost = costOf(each);
    assertThat(cost.status()).isEqualTo(each.status());
    assertThat(cost.components().stream().map(Line::of).toList()).isEqualTo(lines(each));
    if (each.status() != CostStatus.UNPRICED) {
      assertThat(cost.usd()).isEqualByComparingTo(each.usd());
      assertThat(cost.nanos()).isEqualTo(each.nanos().orElseThrow());
      assertThat(cost.cacheSavedNanos())
          .isEqualTo(each.cacheSavedNanos().orElse(cost.cacheSavedNanos()));
    }
    if (each.json().has("source")) {
      assertThat(cost.missing()).isEqualTo(each.missing());
      assertThat(cost.components()).zipSatisfy(each.json().get("breakdown"), RuleCasesTest::check);
    }
    if (each.json().has("expectedRule")) {
      String expected = each.json().get("expectedRule").asText("");
      assertThat(cost.components())
          .allSatisfy(line -> assertThat(factorIn(line)).isEqualTo(expected));
    }
  }

  /** The rule of a price factor, such as {@code bedrock/* 0.9}. */
  private static String factorIn(CostComponent line) {
    return line.multipliers().stream()
        .filter(each -> each.trait().equals(AppliedMultiplier.PRICE_FACTOR))
        .map(each -> each.value() + " " + each.factor().toPlainString())
        .collect(Collectors.joining());
  }

  private static void check(CostComponent line, JsonNode expected) {
    PriceOrigin origin = line.origin();
    String told =
        "%s %s %s%s%s"
            .formatted(
                origin.rule().code(),
                origin.of(),
                origin.card(),
                origin.above().isPresent() ? " >" + origin.above().getAsLong() : "",
                origin.halved() ? " half" : "");
    assertThat(told.strip()).isEqualTo(expected.path("origin").asText(told.strip()));
  }

  private static List<Line> lines(CostCase each) {
    return StreamSupport.stream(each.json().path("breakdown").spliterator(), false)
        .map(
            line ->
                new Line(
                    line.get("component").asText(),
                    new BigDecimal(line.get("count").asText()),
                    new BigDecimal(line.get("rate_usd").asText()),
                    new BigDecimal(line.get("cost_usd").asText())))
        .toList();
  }
}
