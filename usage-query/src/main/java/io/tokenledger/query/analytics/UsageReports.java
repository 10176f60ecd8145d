package io.tokenledger.query.analytics;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.sums.SpanSums;
import io.tokenledger.service.http.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The report of usage over time: as many points as the period has, up to the limits. */
@ApplicationScoped
public class UsageReports {

  private final UsageTotals totals;

  UsageReports(UsageTotals totals) {
    this.totals = totals;
  }

  /**
   * A point for each span, also where nothing was used; fails with a 400 that names the limit when
   * these are too many.
   */
  public Uni<Timeline> timeline(AccessScope scope, TimelineQuery query) {
    List<Instant> bounds = query.granularity().boundsIn(query.range());
    if (bounds.size() - 1 > TimelineQuery.MAX_POINTS) {
      throw ApiException.invalidParameter(
          "granularity",
          "must be coarser, or the range shorter: these days have %,d points, and at most %,d are answered."
              .formatted(bounds.size() - 1, TimelineQuery.MAX_POINTS));
    }
    return totals
        .bySpan(scope, query, bounds)
        .invoke(used -> refuseTooManySeries(used, bounds.size() - 1))
        .map(used -> Timeline.of(bounds, query.groupBy().isPresent(), used));
  }

  private static void refuseTooManySeries(List<SpanSums> used, int spans) {
    long series = used.stream().map(SpanSums::key).distinct().count();
    if (series * spans > TimelineQuery.MAX_POINTS_OF_ALL) {
      throw ApiException.invalidParameter(
          "groupBy",
          "must make fewer series, or the range be shorter: %,d series of %,d points each, and at most %,d points are answered."
              .formatted(series, spans, TimelineQuery.MAX_POINTS_OF_ALL));
    }
  }
}
