package io.tokenledger.query.analytics.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tokenledger.query.analytics.Timeline;
import io.tokenledger.query.analytics.TimelineQuery;
import io.tokenledger.query.sums.http.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code …/analytics/timeline}.
 *
 * @param groupBy null when there is one series
 * @param points by time, then by the cost of the whole series, the highest first; a series has a
 *     point for each span, also where nothing was used
 */
public record TimelineAnswer(
    String granularity,
    String tz,
    Optional<String> groupBy,
    LocalDate from,
    LocalDate to,
    Totals totals,
    List<Point> points) {

  /**
   * One span of one series.
   *
   * @param start with the offset of the time zone; the first and the last span may be cut short by
   *     the range
   * @param end the first moment after it
   * @param date the day it begins on
   * @param group null when there is one series
   */
  public record Point(
      OffsetDateTime start,
      OffsetDateTime end,
      LocalDate date,
      Optional<String> group,
      @JsonUnwrapped Totals totals) {}

  static TimelineAnswer of(TimelineQuery query, Timeline timeline) {
    ZoneId zone = query.range().zone();
    return new TimelineAnswer(
        query.granularity().code(),
        zone.getId(),
        query.groupBy().map(by -> by.contractName()),
        query.range().from(),
        query.range().to(),
        Totals.of(timeline.totals()),
        timeline.points().stream().map(point -> toPoint(point, zone)).toList());
  }

  private static Point toPoint(Timeline.Point point, ZoneId zone) {
    OffsetDateTime start = at(point.start(), zone);
    return new Point(
        start, at(point.end(), zone), start.toLocalDate(), point.group(), Totals.of(point.sums()));
  }

  private static OffsetDateTime at(Instant moment, ZoneId zone) {
    return moment.atZone(zone).toOffsetDateTime();
  }
}
