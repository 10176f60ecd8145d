package io.tokenledger.query.sums;

/**
 * Where sums are read from: a rollup by UTC day, and for parts of days what is kept more finely. By
 * user and by tag nothing between the day and the single event is kept, so that a range that begins
 * or ends within a UTC day reads the raw events of that part of the day.
 *
 * @param days the rollup by day
 * @param parts the table for parts of days, with what it is joined to
 * @param time the column of {@code parts} that a part is found by
 * @param latency what is told of durations
 */
public record UsageSource(String days, String parts, String time, Latency latency) {

  /** What can be told of durations: nothing, their mean, or percentiles too. */
  enum Latency {
    NONE,
    MEAN,
    PERCENTILES
  }

  public static final UsageSource BY_ORG =
      new UsageSource(
          "rollup.org_daily_usage",
          "rollup.org_quarter_hour_usage",
          "bucket_start",
          Latency.PERCENTILES);

  public static final UsageSource BY_USER =
      new UsageSource(
          "rollup.org_user_daily_usage", "raw.usage_event", "occurred_at", Latency.MEAN);

  public static final UsageSource BY_TAG =
      new UsageSource(
          "rollup.org_tag_daily_usage",
          "raw.usage_event CROSS JOIN LATERAL jsonb_each_text(tags) AS tag (tag_key, tag_value)",
          "occurred_at",
          Latency.MEAN);

  /** For reports that tell nothing of durations: the histogram is half of the work. */
  public UsageSource withoutLatency() {
    return new UsageSource(days, parts, time, Latency.NONE);
  }

  /** Whether the parts of days are read from the raw events. */
  boolean partsAreEvents() {
    return parts.startsWith("raw.usage_event");
  }

  /**
   * Whether a day and its parts tell the same in every snapshot: rollups are written in one
   * transaction. Raw events are ahead of them by what is not counted, repriced or erased yet.
   */
  boolean daysAreTheirParts() {
    return !partsAreEvents();
  }

  /** The counters of {@link #days}. */
  String ofDays() {
    return switch (latency) {
      case NONE -> SumsColumns.COUNTED_OF_ROLLUP;
      case MEAN -> SumsColumns.OF_ROLLUP;
      case PERCENTILES -> SumsColumns.OF_ROLLUP + ", duration_buckets";
    };
  }

  /** The same of {@link #parts}. */
  String ofParts() {
    return partsAreEvents() ? SumsColumns.OF_RAW : ofDays();
  }

  /** The same of sums over {@link #parts}, times a sign. */
  String signed() {
    return latency == Latency.NONE ? SumsColumns.COUNTED_SIGNED : SumsColumns.SIGNED;
  }

  public String sums() {
    return switch (latency) {
      case NONE -> SumsColumns.COUNTED;
      case MEAN -> SumsColumns.SUMS + ", " + SumsColumns.NO_HISTOGRAM;
      case PERCENTILES -> SumsColumns.SUMS + ", " + SumsColumns.HISTOGRAM;
    };
  }
}
