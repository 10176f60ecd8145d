package io.tokenledger.query.analytics;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.export.ExportQuery;
import io.tokenledger.query.export.UsageExport;
import io.tokenledger.query.log.LogEntry;
import io.tokenledger.query.log.LogPage;
import io.tokenledger.query.log.LogQuery;
import io.tokenledger.query.log.UsageLog;
import io.tokenledger.query.sums.BucketQuery;
import io.tokenledger.query.sums.BucketSums;
import io.tokenledger.query.sums.DailyUsage;
import io.tokenledger.query.sums.SpanSums;
import io.tokenledger.query.sums.UsageGroup;
import io.tokenledger.query.sums.UsageQuery;
import io.tokenledger.query.tags.TagQuery;
import io.tokenledger.query.tags.TagUsage;
import io.tokenledger.query.tags.TagUsages;
import io.tokenledger.service.http.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The flow of every report of one org: the scope that access granted, then one read within it. */
@ApplicationScoped
public class UsageReports {

  private final UsageRollups rollups;
  private final UsageTotals totals;
  private final TagUsages tags;
  private final UsageLog log;
  private final UsageExport export;

  UsageReports(
      UsageRollups rollups, UsageTotals totals, TagUsages tags, UsageLog log, UsageExport export) {
    this.rollups = rollups;
    this.totals = totals;
    this.tags = tags;
    this.log = log;
    this.export = export;
  }

  public Uni<List<DailyUsage>> usageByDay(AccessScope scope, UsageQuery query) {
    return rollups.usageByDay(scope, query);
  }

  public Uni<List<TopUser>> topUsers(AccessScope scope, TopUsersQuery query) {
    return rollups.topUsers(scope, query);
  }

  public Uni<Summary> summary(AccessScope scope, SummaryQuery query) {
    return totals.summary(scope, query);
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

  public Uni<List<BucketSums>> buckets(AccessScope scope, BucketQuery query) {
    return totals.byBucket(scope, query);
  }

  public Uni<Breakdown> breakdown(AccessScope scope, BreakdownQuery query) {
    return totals.breakdown(scope, query);
  }

  public Uni<LogPage> details(AccessScope scope, LogQuery query) {
    return log.page(scope, query);
  }

  public Multi<List<LogEntry>> export(AccessScope scope, ExportQuery query) {
    return export.events(scope, query);
  }

  public Uni<List<UsageGroup>> tagValues(AccessScope scope, TagQuery query) {
    return tags.ofValues(scope, query);
  }

  public Uni<TagUsage> tagValue(AccessScope scope, TagQuery query) {
    return tags.ofValue(scope, query);
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
