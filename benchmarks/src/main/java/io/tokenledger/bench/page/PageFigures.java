package io.tokenledger.bench.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The median of each figure over the visits. */
record PageFigures(MeasuredPage page, Screen screen, Visit median) {

  private static final double LONGEST_TASK_MS = 200;
  private static final double LAYOUT_SHIFT = 0.1;
  private static final long FIRST_LOAD_BYTES = 300_000;

  static PageFigures of(MeasuredPage page, Screen screen, List<Visit> visits) {
    Visit median =
        new Visit(
            median(visits, Visit::longestTaskMs),
            median(visits, Visit::layoutShift),
            median(visits, Visit::largestPaintMs),
            (long) median(visits, Visit::firstLoadBytes),
            (long) median(visits, Visit::allBytes));
    return new PageFigures(page, screen, median);
  }

  /** Within the limits that the page is held to. */
  @JsonProperty("good")
  boolean isGood() {
    return median.longestTaskMs() <= LONGEST_TASK_MS
        && median.layoutShift() <= LAYOUT_SHIFT
        && median.firstLoadBytes() <= FIRST_LOAD_BYTES;
  }

  private static double median(List<Visit> visits, ToDoubleFunction<Visit> figure) {
    double[] sorted = visits.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
