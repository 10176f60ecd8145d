package io.tokenledger.query.analytics;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.sums.SpanSums;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Usage over time: a point for each span, also where nothing was used, up to the limits. */
@ApplicationScoped
public class TimelineReport {

  private final UsageReads reads;

  TimelineReport(UsageReads reads) {
    this.reads = reads;
  }

  /** Refuses as too much what is beyond the limits of {@link TimelineQuery}. */
  public Uni<Timeline> of(AccessScope scope, TimelineQuery query) {
    List<Instant> bounds = query.granularity().boundsIn(query.range());
    int spans = bounds.size() - 1;
    if (spans > TimelineQuery.MAX_POINTS) {
      return Uni.createFrom().failure(tooManyOf(spans));
    }
    return reads
        .bySpan(scope, query, bounds)
        .invoke(used -> refuseTooManySeries(used, spans))
        .map(used -> Timeline.of(bounds, query.groupBy().isPresent(), used));
  }

  private static void refuseTooManySeries(List<SpanSums> used, int spans) {
    long series = used.stream().map(SpanSums::key).distinct().count();
    if (series * spans > TimelineQuery.MAX_POINTS_OF_ALL) {
      throw new RefusedException(Reason.TOO_MUCH, TimelineQuery.TOO_MANY_SERIES);
    }
  }

  private static RefusedException tooManyOf(int spans) {
    return new RefusedException(
        Reason.TOO_MUCH,
        "Parameter 'granularity' must be coarser, or the range shorter: these days have %,d points, and at most %,d are answered."
            .formatted(spans, TimelineQuery.MAX_POINTS));
  }
}
