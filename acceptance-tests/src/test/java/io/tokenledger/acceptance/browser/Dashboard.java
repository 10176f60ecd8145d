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

  /** Texts that reach beyond what is seen of them; what scrolls is seen by scrolling. */
  private static final String CUT_TEXTS =
      """
      () => {
        const cut = [];
        for (const card of document.querySelectorAll('main .MuiCard-root')) {
          const texts = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const range = document.createRange();
            range.selectNodeContents(texts.currentNode);
            const text = range.getBoundingClientRect();
            for (let box = texts.currentNode.parentElement; ; box = box.parentElement) {
              const { overflowX, visibility, textOverflow, paddingRight } = getComputedStyle(box);
              const seen = box.getBoundingClientRect();
              // An ellipsis begins where the padding does.
              const end = seen.right - (textOverflow === 'ellipsis' ? parseFloat(paddingRight) : 0);
              if (overflowX === 'auto' || overflowX === 'scroll' || visibility === 'hidden'
                  || seen.width <= 1) {
                break;
              }
              if ((box === card || overflowX !== 'visible')
                  && (text.right > end + 1 || text.bottom > seen.bottom + 1)) {
                cut.push(texts.currentNode.textContent);
                break;
              }
              if (box === card) {
                break;
              }
            }
          }
        }
        return cut;
      }
      """;

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

  /** What of the texts of cards is not seen whole. */
  public List<?> cutTexts() {
    return (List<?>) page.evaluate(CUT_TEXTS);
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
    // The browser's own expressions know no \\Q.
    assertThat(page).hasURL(Pattern.compile(base.replace(".", "\\.") + "/app" + regex));
  }

  private Locator named(AriaRole role, String name) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
