package io.tokenledger.query.analytics.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tokenledger.query.analytics.Summary;
import io.tokenledger.query.analytics.SummaryQuery;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.Dimension;
import io.tokenledger.query.sums.Keyed;
import io.tokenledger.query.sums.UsageSums;
import io.tokenledger.query.sums.http.Group;
import io.tokenledger.query.sums.http.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The answer of {@code …/analytics/summary}.
 *
 * @param previous the same of as many days right before
 * @param byActivity the 20 that cost most; the others have at most 100 rows
 * @param topTags the 20 values of tags that cost most; an event counts under each of its tags
 */
public record SummaryAnswer(
    String period,
    LocalDate from,
    LocalDate to,
    String tz,
    Totals totals,
    Previous previous,
    List<Group> byProvider,
    List<Group> byModel,
    List<Group> byFeature,
    List<Group> byCategory,
    List<Group> byActivity,
    List<Tag> topTags) {

  /** The period before, for comparison. */
  public record Previous(LocalDate from, LocalDate to, Totals totals) {}

  /**
   * One value of a tag.
   *
   * @param share of the cost of all, 0 to 1
   */
  public record Tag(String key, String value, BigDecimal share, @JsonUnwrapped Totals totals) {}

  static SummaryAnswer of(SummaryQuery query, Summary summary) {
    DateRange range = query.range();
    DateRange before = range.previous();
    return new SummaryAnswer(
        query.period().code(),
        range.from(),
        range.to(),
        range.zone().getId(),
        Totals.of(summary.totals()),
        new Previous(before.from(), before.to(), Totals.of(summary.previous())),
        groups(summary, Dimension.PROVIDER),
        groups(summary, Dimension.MODEL_NAME),
        groups(summary, Dimension.FEATURE),
        groups(summary, Dimension.CATEGORY),
        groups(summary, Dimension.ACTIVITY),
        summary.topTags().stream().map(tag -> toTag(tag, summary.totals())).toList());
  }

  private static List<Group> groups(Summary summary, Dimension by) {
    return Group.of(summary.groups().get(by), summary.totals());
  }

  private static Tag toTag(Keyed<Summary.Tag> tag, UsageSums all) {
    return new Tag(
        tag.key().key(), tag.key().value(), tag.sums().shareOf(all), Totals.of(tag.sums()));
  }
}
