package io.tokenledger.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.tokenledger.acceptance.browser.Chromium;
import io.tokenledger.acceptance.browser.Dashboard;
import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.local.Component;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models called from the page. A word is a token of echo-1, which repeats what it is told. */
class ChatPageIT {

  private static final RunningLedger LEDGER = RunningLedger.shared();
  private static final String ORG = "paged-chat";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** From the last word of an answer until the page shows what the ledger has of it. */
  private static final Duration COUNTED_WITHIN = Duration.ofSeconds(2);

  private static Chromium chromium;

  private BrowserContext context;
  private Dashboard dashboard;

  @BeforeAll
  static void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    new PagedOrg(LEDGER, ORG).join("member");
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @BeforeEach
  void signIn() {
    context = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en-US"));
    context.setDefaultTimeout(PATIENCE.toMillis());
    dashboard = new Dashboard(context, LEDGER.access().url(Component.USAGE_QUERY));
    dashboard.signIn(RunningLedger.SIGN_IN_USER, RunningLedger.SIGN_IN_PASSWORD);
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(dashboard.complaints()).isEmpty();
    context.close();
  }

  @Test
  void theChipsOfAChatShowWhatTheLedgerHasTwoSecondsAfterTheLastWord() {
    dashboard.open("/orgs/" + ORG + "/chat");
    // The first call of all takes longer: everything is loaded for it.
    ask("three small words", 1, "6 tokens", PATIENCE);
    dashboard.awaitPath("/orgs/" + ORG + "/chat/[0-9a-f-]{36}");
    // The first question and its answer are told once more: 3 + 3 + 2 words in, 2 out.
    ask("and two", 2, "16 tokens", COUNTED_WITHIN);
    String id = dashboard.page().url().replaceAll(".*/", "");
    Api api = LEDGER.api();
    JsonNode ledger =
        api.get(Component.USAGE_QUERY, "/conversations/" + id + "/usage", api.superadmin()).json();
    assertThat(ledger.at("/totals/totalTokens").longValue()).isEqualTo(16);
    BigDecimal cost = new BigDecimal(ledger.required("costUsd").textValue());
    assertThat(cost).isPositive();
    Locator shown = chips().getByTitle("$" + cost.stripTrailingZeros().toPlainString());
    assertThat(shown).isVisible();
    assertThat(dashboard.page().getByText("in 2 answers")).containsText("16 tokens");
  }

  @Test
  void onePromptGoesToTwoModels() {
    dashboard.open("/orgs/" + ORG + "/playground");
    dashboard.field("Prompt").fill("one two");
    dashboard.button("Run").click();
    for (String model : new String[] {"First model", "Second model"}) {
      Locator side = dashboard.region(model);
      assertThat(side.getByRole(AriaRole.LOG)).containsText("one two");
      assertThat(side.locator("dl")).containsText("Prompt tokens2Completion tokens2Cost$0.00");
    }
  }

  private void ask(String question, int completions, String tokens, Duration countedWithin) {
    dashboard.field("Message").fill(question);
    dashboard.button("Send").click();
    Locator answers = dashboard.page().getByRole(AriaRole.LOG).getByRole(AriaRole.LISTITEM);
    assertThat(answers).hasCount(2 * completions);
    assertThat(answers.last()).containsText(question);
    assertThat(dashboard.button("Send")).isVisible();
    LocatorAssertions.ContainsTextOptions soon =
        new LocatorAssertions.ContainsTextOptions().setTimeout(countedWithin.toMillis());
    assertThat(chips()).containsText(tokens, soon);
    assertThat(chips()).containsText(completions + " completion");
  }

  private Locator chips() {
    return dashboard
        .page()
        .getByRole(
            AriaRole.GROUP,
            new Page.GetByRoleOptions().setName("What the conversation used so far"));
  }
}
