package io.tokenledger.bench.page;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The figures of one run.
 *
 * @param events in the ledger
 * @param visits that each median is of
 */
record PageReport(long events, int days, int visits, List<PageFigures> pages) {

  /** Whether every page is within the limits. */
  boolean isGood() {
    return pages.stream().allMatch(PageFigures::isGood);
  }

  void print() {
    System.out.printf(
        Locale.ROOT, "%,d events over %d days; medians of %d visits%n", events, days, visits);
    System.out.printf(
        "%-24s %10s %10s %10s %12s %10s%n",
        "", "task, ms", "shift", "paint, ms", "first, kB", "all, kB");
    pages.forEach(PageReport::row);
  }

  void write(Path file) throws IOException {
    JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(file.toFile(), this);
    System.out.println("Also written to " + file);
  }

  private static void row(PageFigures figures) {
    Visit median = figures.median();
    System.out.printf(
        Locale.ROOT,
        "%-24s %10.0f %10.3f %10.0f %12.1f %10.1f%s%n",
        figures.page() + " " + figures.screen(),
        median.longestTaskMs(),
        median.layoutShift(),
        median.largestPaintMs(),
        median.firstLoadBytes() / 1_000.0,
        median.allBytes() / 1_000.0,
        figures.isGood() ? "" : "  over a limit");
  }
}
