package io.tokenledger.bench.page;

import io.tokenledger.acceptance.browser.Chromium;
import io.tokenledger.bench.BenchStack;
import io.tokenledger.bench.history.HistoryLoad;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The pages of the dashboard in a browser, on a ledger with history. */
@Command(
    name = "page",
    description = "Longest task, layout shift and size of each page of the dashboard.",
    mixinStandardHelpOptions = true)
public final class PageBenchmark implements Callable<Integer> {

  /** One of the history's users, who has usage of their own. */
  private static final String USER = "user-0-1";

  private static final String PASSWORD = "not-the-demo-password";
  private static final int ORGS_OF_USER = 5;

  @Option(names = "--events", defaultValue = "300000", description = "Default ${DEFAULT-VALUE}.")
  private long events;

  @Option(names = "--days", defaultValue = "30", description = "Default ${DEFAULT-VALUE}.")
  private int days;

  @Option(
      names = "--visits",
      defaultValue = "3",
      description = "Of each page and screen; the median counts. Default ${DEFAULT-VALUE}.")
  private int visits;

  @Option(names = "--port-base", defaultValue = "24080", description = "Default ${DEFAULT-VALUE}.")
  private int portBase;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    try (BenchStack stack = BenchStack.startWithSignIn(portBase, USER, PASSWORD)) {
      System.err.printf("Loading %,d events ...%n", events);
      HistoryLoad history = new HistoryLoad(stack);
      history.load(events, days);
      history.addMember(USER, "owner", ORGS_OF_USER);
      PageReport report = measure(stack);
      report.print();
      report.write(Path.of(System.getProperty("tokenledger.root"), "target", "bench-page.json"));
      return report.isGood() ? 0 : 1;
    }
  }

  private PageReport measure(BenchStack stack) {
    List<PageFigures> pages = new ArrayList<>();
    try (Chromium chromium = Chromium.start()) {
      Visitor visitor = new Visitor(chromium.browser(), stack.access().url(Component.USAGE_QUERY));
      visitor.signIn(USER, PASSWORD);
      for (MeasuredPage page : MeasuredPage.values()) {
        for (Screen screen : Screen.values()) {
          System.err.printf("Visiting %s on %s ...%n", page, screen);
          // The first asks services whose code is not compiled yet.
          visitor.visit(page, screen);
          List<Visit> measured =
              IntStream.range(0, visits).mapToObj(i -> visitor.visit(page, screen)).toList();
          pages.add(PageFigures.of(page, screen, measured));
        }
      }
    }
    return new PageReport(events, days, visits, pages);
  }
}
