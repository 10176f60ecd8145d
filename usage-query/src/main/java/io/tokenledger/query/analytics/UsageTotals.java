package io.tokenledger.query.analytics;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.sums.BucketQuery;
import io.tokenledger.query.sums.BucketSums;
import io.tokenledger.query.sums.SpanSums;
import java.time.Instant;
import java.util.List;

/** Reads sums over spans of time of one org, exact for the days of every time zone. */
public interface UsageTotals {

  /**
   * The spans with usage, in no order.
   *
   * @param bounds of the spans of {@code query}, one more than there are spans
   */
  Uni<List<SpanSums>> bySpan(AccessScope scope, TimelineQuery query, List<Instant> bounds);

  /** The buckets with usage, in their order; in a bucket by model, then by user. */
  Uni<List<BucketSums>> byBucket(AccessScope scope, BucketQuery query);

  Uni<Breakdown> breakdown(AccessScope scope, BreakdownQuery query);

  Uni<Summary> summary(AccessScope scope, SummaryQuery query);
}
