package io.tokenledger.bench.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Someone signed in, who opens each page with an empty cache. */
final class Visitor {

  /** Longer than the animations of the charts. */
  private static final int SETTLE_MS = 1_500;

  private static final String OBSERVE = resource("observe.js");

  private final Browser browser;
  private final String base;
  private String storedCookies;

  /**
   * @param base of usage-query
   */
  Visitor(Browser browser, String base) {
    this.browser = browser;
    this.base = base;
  }

  void signIn(String user, String password) {
    try (BrowserContext context = browser.newContext()) {
      APIResponse answer =
          context
              .request()
              .post(
                  base + "/auth/login",
                  RequestOptions.create().setData(Map.of("user", user, "password", password)));
      if (!answer.ok()) {
        throw new IllegalStateException("Sign-in was answered with " + answer.status());
      }
      storedCookies = context.storageState();
    }
  }

  Visit visit(MeasuredPage measured, Screen screen) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setStorageState(storedCookies)
            .setLocale("en-US")
            .setTimezoneId("UTC")
            .setViewportSize(screen.width(), screen.height());
    try (BrowserContext context = browser.newContext(options)) {
      context.addInitScript(OBSERVE);
      Page page = context.newPage();
      List<Request> requests = new ArrayList<>();
      page.onRequestFinished(requests::add);
      page.onResponse(Visitor::requireGood);
      page.navigate(base + measured.path());
      page.waitForLoadState(LoadState.NETWORKIDLE);
      assertThat(headingOf(page, measured)).isVisible();
      page.waitForTimeout(SETTLE_MS);
      return figuresOf(page, requests);
    }
  }

  /** A page that shows an error is fast. */
  private static void requireGood(Response response) {
    if (response.status() >= 400) {
      throw new IllegalStateException(response.url() + " was answered " + response.status());
    }
  }

  private static Locator headingOf(Page page, MeasuredPage measured) {
    return page.getByRole(
        AriaRole.HEADING,
        new Page.GetByRoleOptions().setName(measured.heading()).setExact(true).setLevel(1));
  }

  private static Visit figuresOf(Page page, List<Request> requests) {
    Map<?, ?> seen = (Map<?, ?>) page.evaluate("window.pageFigures");
    return new Visit(
        number(seen.get("longestTaskMs")),
        number(seen.get("layoutShift")),
        number(seen.get("largestPaintMs")),
        (long) number(seen.get("firstLoadBytes")),
        requests.stream().mapToLong(Visitor::bytes).sum());
  }

  private static long bytes(Request request) {
    return request.sizes().responseBodySize;
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  private static String resource(String name) {
    try (InputStream script = Visitor.class.getResourceAsStream(name)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
