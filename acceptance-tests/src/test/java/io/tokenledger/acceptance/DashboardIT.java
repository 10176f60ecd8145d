package io.tokenledger.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.tokenledger.acceptance.browser.Chromium;
import io.tokenledger.acceptance.browser.Dashboard;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an org's owner does on the page, in a real browser against the real services. */
class DashboardIT {

  private static final RunningLedger LEDGER = RunningLedger.shared();
  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  /** A process under load takes its time; what is asserted is what is shown, not how soon. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static Chromium chromium;
  private static PagedOrg paged;

  @TempDir Path folder;

  private BrowserContext context;
  private Dashboard dashboard;

  @BeforeAll
  static void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    paged = joined("paged");
    paged.setPrice("2", "10");
    new PagedOrg(LEDGER, "paged-elsewhere").join("member");
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @BeforeEach
  void open() {
    context =
        chromium
            .browser()
            .newContext(new Browser.NewContextOptions().setLocale("en-US").setTimezoneId("UTC"));
    context.setDefaultTimeout(PATIENCE.toMillis());
    // A dialog of the system, which no test can answer: what is exported is downloaded instead.
    context.addInitScript("window.showSaveFilePicker = undefined");
    dashboard = new Dashboard(context, LEDGER.access().url(Component.USAGE_QUERY));
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(dashboard.complaints()).isEmpty();
    context.close();
  }

  @Test
  void figuresFollowTheEventsAndTheFilters() throws IOException {
    PagedOrg org = joined("paged-figures");
    org.send(org.call("seen-1", "chat", 1_000_000, 100_000));
    signIn();
    dashboard.open("/orgs/paged-figures/analytics");
    assertThat(dashboard.region("Estimated cost")).containsText("$3.00");
    assertThat(dashboard.region("Requests")).containsText("1");
    assertThat(dashboard.region("Input tokens")).containsText("1M");
    assertThat(dashboard.region("Output tokens")).containsText("100K");

    org.send(org.call("seen-2", "rag", 500_000, 0));
    dashboard.button("Refresh").click();
    assertThat(dashboard.region("Estimated cost")).containsText("$4.00");
    assertThat(dashboard.region("Usage by model")).containsText(PagedOrg.MODEL);

    dashboard.button("RAG").click();
    assertThat(dashboard.region("Estimated cost")).containsText("$1.00");
    dashboard.awaitPath(".*feature=rag.*");
    dashboard.page().reload();
    assertThat(dashboard.region("Estimated cost")).containsText("$1.00");
  }

  @Test
  void aConversationShowsItsUsageAndItsCallsTheirComponents() throws IOException {
    paged.send(
        paged.call("talk-1", "tools", 1_000_000, 0, "page-talk"),
        paged.call("talk-2", "tools", 0, 50_000, "page-talk"));
    signIn();
    dashboard.open("/orgs/paged/conversations");
    dashboard.link("page-talk").click();
    dashboard.awaitPath("/orgs/paged/conversations/page-talk.*");
    assertThat(main()).containsText("$2.50");
    assertThat(main()).containsText("1.05M");

    dashboard.open("/orgs/paged/calls?conversation=page-talk");
    main().getByRole(AriaRole.ROW).nth(1).getByRole(AriaRole.LINK).first().click();
    Locator call = dialog("Call");
    assertThat(call).containsText("The recorded cost agrees with the price book.");
    assertThat(call.getByRole(AriaRole.TABLE)).containsText("50,000");
    assertThat(call.getByRole(AriaRole.TABLE)).containsText("$0.50");
  }

  @Test
  void aContractPriceHoldsForWhatComesAfterIt() throws IOException {
    PagedOrg org = joined("paged-contract");
    signIn();
    dashboard.open("/orgs/paged-contract/prices/house/" + PagedOrg.MODEL);
    assertThat(dashboard.region("Price in force")).containsText("$2.00");
    dashboard.button("Set contract price").click();
    Locator editor = dialog("Contract price of house " + PagedOrg.MODEL);
    Locator input = editor.getByLabel("Input", new Locator.GetByLabelOptions().setExact(true));
    input.fill("1,5");
    editor.getByRole(AriaRole.BUTTON, named("Save price")).click();
    assertThat(editor).containsText("Some fields are not right yet.");
    input.fill("1");
    editor.getByRole(AriaRole.BUTTON, named("Save price")).click();
    assertThat(dashboard.region("Price in force")).containsText("$1.00");
    awaitContractPrice(org);

    org.send(org.call("contract-1", "playground", 1_000_000, 0));
    dashboard.open("/orgs/paged-contract/analytics?feature=playground");
    assertThat(dashboard.region("Estimated cost")).containsText("$1.00");
  }

  @Test
  void whatIsExportedIsWhatIsFiltered() throws IOException {
    paged.send(
        paged.call("out-1", "experiment", 250_000, 0), paged.call("out-2", "experiment", 0, 1_000));
    signIn();
    dashboard.open("/orgs/paged/calls?feature=experiment");
    assertThat(main().getByRole(AriaRole.ROW)).hasCount(3);
    dashboard.button("Export").click();
    Download file =
        dashboard
            .page()
            .waitForDownload(
                () -> dialog("Export usage").getByRole(AriaRole.BUTTON, named("Download")).click());
    Path saved = folder.resolve("usage.csv");
    file.saveAs(saved);
    assertThat(Files.readAllLines(saved)).hasSize(3);
    assertThat(Files.readString(saved)).contains("out-1", "out-2").doesNotContain("seen-1");
  }

  @Test
  void aMemberSeesTheirOwnUsageOnly() {
    signIn();
    dashboard.open("/orgs/paged-elsewhere/analytics");
    assertThat(dashboard.heading("Not for you to see")).isVisible();
    assertThat(dashboard.region("Estimated cost")).isHidden();
    dashboard.open("/me");
    assertThat(dashboard.heading("My usage")).isVisible();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440", "DARK, 390"})
  void everyPageCanBeUsedWithAScreenReader(ColorScheme scheme, int width) throws IOException {
    paged.send(paged.call("read-" + scheme + width, "chat", 1_000, 10, "read-aloud"));
    signIn();
    dashboard.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    dashboard.page().setViewportSize(width, 900);
    for (String path :
        List.of(
            "/orgs/paged/analytics",
            "/orgs/paged/calls",
            "/orgs/paged/conversations",
            "/orgs/paged/chat",
            "/orgs/paged/playground",
            "/orgs/paged/prices",
            "/orgs/paged/members",
            "/orgs/paged/api-tokens",
            "/orgs/paged/audit-log",
            "/orgs/paged/settings",
            "/me")) {
      dashboard.open(path);
      assertThat(main().getByRole(AriaRole.HEADING).first()).isVisible();
      assertThat(dashboard.page().locator("main [aria-busy=true]")).hasCount(0);
      picture(path, scheme, width);
      assertThat(findings()).as(path).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 390", "DARK, 360"})
  void noTextOfACardIsCutOnAPhone(ColorScheme scheme, int width) throws IOException {
    PagedOrg org = joined("paged-phone-" + width);
    org.send(
        org.cachedCall("cut-1", 9_000_000_000L, 8_000_000_000L),
        org.call("cut-2", "a-feature-of-a-name-that-no-phone-has-room-for-in-one-line", 10, 10));
    signIn();
    dashboard.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    dashboard.page().setViewportSize(width, 900);
    for (String path : List.of("/orgs/paged-phone-" + width + "/analytics", "/me")) {
      dashboard.open(path);
      assertThat(dashboard.page().locator("main .MuiCard-root").nth(3)).isVisible();
      assertThat(dashboard.page().locator("main [aria-busy=true]")).hasCount(0);
      picture("phone" + path, scheme, width);
      assertThat(dashboard.cutTexts()).as(path).isEmpty();
    }
  }

  /** The price book goes to usage-ingest on its own; events are sent until one has the price. */
  private static void awaitContractPrice(PagedOrg org) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              org.send(org.call("probe-" + System.nanoTime(), "probe", 1_000_000, 0));
              return org.costOfNewest("probe");
            },
            "1.000000000"::equals);
  }

  private List<Rule> findings() {
    return new AxeBuilder(dashboard.page())
        .analyze().getViolations().stream()
            .filter(rule -> SERIOUS.contains(rule.getImpact()))
            .toList();
  }

  /** To look at: target/pictures. */
  private void picture(String path, ColorScheme scheme, int width) {
    String name = "%s-%s-%d.png".formatted(path.substring(1).replace('/', '-'), scheme, width);
    dashboard
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", name))
                .setFullPage(true));
  }

  private static PagedOrg joined(String orgId) {
    PagedOrg org = new PagedOrg(LEDGER, orgId);
    org.join("owner");
    return org;
  }

  private void signIn() {
    dashboard.signIn(RunningLedger.SIGN_IN_USER, RunningLedger.SIGN_IN_PASSWORD);
  }

  private Locator main() {
    return dashboard.page().getByRole(AriaRole.MAIN);
  }

  private Locator dialog(String name) {
    return dashboard
        .page()
        .getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
