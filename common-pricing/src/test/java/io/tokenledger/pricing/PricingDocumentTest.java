package io.tokenledger.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** docs/pricing.md and the calculator say the same, to the last digit. */
class PricingDocumentTest {

  private static final String SHOWN = "doc-";
  private static final Pattern EXAMPLE = Pattern.compile("\\*\\*Example `([^`]+)`");

  private final String document = Files.readString(Path.of("..", "docs", "pricing.md"));
  private final List<CostCase> cases = RuleCasesTest.cases();

  PricingDocumentTest() throws IOException {}

  @TestFactory
  Stream<DynamicTest> everyExampleHasTheFiguresOfTheCalculator() {
    return cases.stream()
        .filter(each -> each.id().startsWith(SHOWN))
        .map(
            each -> {
              String expected = new WorkedExample(each, RuleCasesTest.costOf(each)).markdown();
              return DynamicTest.dynamicTest(
                  each.id(), () -> assertThat(document).contains(expected));
            });
  }

  @Test
  void everyExampleOfTheDocumentIsACase() {
    assertThat(EXAMPLE.matcher(document).results().map(found -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            cases.stream().map(CostCase::id).filter(id -> id.startsWith(SHOWN)).toList());
  }

  @Test
  void everyRuleHasASectionWithAnExample() {
    assertThat(cases.stream().map(PricingDocumentTest::rule).distinct().toList())
        .hasSizeGreaterThan(12)
        .allSatisfy(
            rule -> {
              assertThat(document).contains("\n## " + rule + "\n");
              assertThat(cases)
                  .anyMatch(each -> rule(each).equals(rule) && each.id().startsWith(SHOWN));
            });
  }

  private static String rule(CostCase each) {
    return each.json().get("rule").asText();
  }
}
