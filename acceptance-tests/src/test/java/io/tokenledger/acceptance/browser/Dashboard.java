package io.tokenledger.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The page as a person sees it: what is shown is found by its role and name. */
public final class Dashboard {

  private final Page page;
  private final String base;
  private final List<String> complaints = new ArrayList<>();

  /**
   * @param base of usage-query
   */
  public Dashboard(BrowserContext context, String base) {
    this.base = base;
    this.page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
  }

  public Page page() {
    return page;
  }

  /** Scripts that failed, and what the Content-Security-Policy did not let through. */
  public List<String> complaints() {
    return complaints;
  }

  /** Below {@code /app}. */
  public void open(String path) {
    page.navigate(base + "/app" + path);
  }

  public void signIn(String user, String password) {
    open("/");
    field("User").fill(user);
    field("Password").fill(password);
    button("Sign in").click();
    assertThat(heading("Sign in")).isHidden();
  }

  public Locator heading(String name) {
    return named(AriaRole.HEADING, name);
  }

  public Locator button(String name) {
    return named(AriaRole.BUTTON, name);
  }

  public Locator link(String name) {
    return named(AriaRole.LINK, name);
  }

  public Locator field(String name) {
    return named(AriaRole.TEXTBOX, name);
  }

  /** A card or another part of the page that has a name. */
  public Locator region(String name) {
    return named(AriaRole.REGION, name);
  }

  /** Where in the app one is. */
  public void awaitPath(String regex) {
    assertThat(page).hasURL(Pattern.compile(Pattern.quote(base + "/app") + regex));
  }

  private Locator named(AriaRole role, String name) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
