package io.tokenledger.query.analytics;

import static java.util.Comparator.comparing;

import io.tokenledger.query.sums.SpanSums;
import io.tokenledger.query.sums.UsageSums;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Usage over time: a point for each span, also where nothing was used. */
public record Timeline(List<Point> points, UsageSums totals) {

  /**
   * One span of one series.
   *
   * @param end the first moment after it
   * @param group absent when nothing is told apart
   */
  public record Point(Instant start, Instant end, Optional<String> group, UsageSums sums) {}

  /**
   * Ordered by time, and within a span by the cost of the whole series, the highest first.
   *
   * @param bounds of the spans, one more than there are spans
   * @param used the spans with usage, in any order, each group and span once
   */
  public static Timeline of(List<Instant> bounds, boolean grouped, List<SpanSums> used) {
    Map<String, Map<Integer, UsageSums>> series = seriesOf(used);
    if (!grouped) {
      series.putIfAbsent("", Map.of());
    }
    List<String> order = byCost(series);
    List<Point> points = new ArrayList<>();
    for (int span = 0; span + 1 < bounds.size(); span++) {
      for (String key : order) {
        UsageSums sums = series.get(key).getOrDefault(span, UsageSums.NONE);
        Optional<String> group = grouped ? Optional.of(key) : Optional.empty();
        points.add(new Point(bounds.get(span), bounds.get(span + 1), group, sums));
      }
    }
    return new Timeline(points, total(used.stream().map(SpanSums::sums).toList()));
  }

  private static Map<String, Map<Integer, UsageSums>> seriesOf(List<SpanSums> used) {
    Map<String, Map<Integer, UsageSums>> series = new HashMap<>();
    used.forEach(
        sums ->
            series
                .computeIfAbsent(sums.key(), key -> new HashMap<>())
                .put(sums.span(), sums.sums()));
    return series;
  }

  private static List<String> byCost(Map<String, Map<Integer, UsageSums>> series) {
    Map<String, BigDecimal> costs = new HashMap<>();
    series.forEach((key, spans) -> costs.put(key, cost(spans.values())));
    return series.keySet().stream()
        .sorted(comparing((String key) -> costs.get(key)).reversed().thenComparing(key -> key))
        .toList();
  }

  private static BigDecimal cost(Collection<UsageSums> parts) {
    return parts.stream().map(UsageSums::costNanos).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static UsageSums total(Iterable<UsageSums> parts) {
    UsageSums total = UsageSums.NONE;
    for (UsageSums part : parts) {
      total = total.plus(part);
    }
    return total;
  }
}
