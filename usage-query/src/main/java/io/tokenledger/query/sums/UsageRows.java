package io.tokenledger.query.sums;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.Statement;
import io.tokenledger.query.sums.days.DaysAndParts;
import io.tokenledger.service.postgres.KeyDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@link SumsStatement} adds up: rows of usage, each with its span and what it is told apart
 * by. Of one org between some bounds; what two rows of opposite signs move is in neither span
 * twice.
 */
final class UsageRows {

  private final Statement statement;
  private final UsageSource source;
  private final AccessScope scope;
  private final List<Instant> bounds;
  private final UsageFilter filter;
  private final String more;

  UsageRows(
      Statement statement,
      UsageSource source,
      AccessScope scope,
      List<Instant> bounds,
      UsageFilter filter,
      String more) {
    this.statement = statement;
    this.source = source;
    this.scope = scope;
    this.bounds = bounds;
    this.filter = filter;
    this.more = more;
  }

  /**
   * The statement that reads them.
   *
   * @param columns to tell apart by
   */
  String by(List<String> columns) {
    String keys = keysOf(columns);
    DaysAndParts pieces =
        source.daysAreTheirParts()
            ? DaysAndParts.withMovesBetween(bounds)
            : DaysAndParts.between(bounds);
    String conditions = filter.conditions(statement) + more;
    String org = statement.bind(scope.soleOrg(), "text");
    String starts = bounds.size() == 2 ? "" : statement.bindTimes(bounds);
    List<String> reads = new ArrayList<>();
    if (!pieces.days().isEmpty()) {
      reads.add(days(pieces.days(), starts, keys, org) + conditions);
    }
    if (source.partsAreEvents()) {
      pieces.parts().forEach(part -> statement.keysOf(part.start(), part.end()));
      for (DaysAndParts.Part part : pieces.parts()) {
        reads.add(events(part, starts, keys, org) + conditions);
      }
      return String.join("\nUNION ALL\n", reads);
    }
    HourRows hours = new HourRows(statement, source, org, columns);
    if (!pieces.parts().isEmpty()) {
      reads.add(inPlace(pieces.parts(), starts, keys, hours) + conditions);
    }
    if (!pieces.moves().isEmpty()) {
      reads.add(moves(pieces.moves(), columns, hours, conditions));
    }
    return String.join("\nUNION ALL\n", reads);
  }

  private String days(List<DaysAndParts.Days> days, String starts, String keys, String org) {
    return """
        SELECT %s, %s%s
        FROM unnest(%s, %s) AS run (first_day, end_day)
        JOIN %s ON usage_date >= first_day AND usage_date < end_day
        WHERE org_id = %s"""
        .formatted(
            spanOf("(usage_date + time '12:00') AT TIME ZONE 'UTC'", starts),
            keys,
            source.ofDays(),
            bindDates(days, DaysAndParts.Days::first),
            bindDates(days, DaysAndParts.Days::end),
            source.days(),
            org);
  }

  /**
   * By constants, not by a join with all parts, of which there are two at most between the bounds
   * of a report: how many events lie between two times is known before a plan is made.
   */
  private String events(DaysAndParts.Part part, String starts, String keys, String org) {
    return """
        SELECT %s, %s%s
        FROM %s
        WHERE %s AND %s >= %s AND %6$s < %8$s AND org_id = %9$s"""
        .formatted(
            spanOf(source.time(), starts),
            keys,
            source.ofParts(),
            source.parts(),
            KeyDays.CONDITION,
            source.time(),
            statement.bindTime(part.start()),
            statement.bindTime(part.end()),
            org);
  }

  private String inPlace(
      List<DaysAndParts.Part> parts, String starts, String keys, HourRows hours) {
    return "SELECT %s, %s%s\n".formatted(spanOf(source.time(), starts), keys, source.ofParts())
        + hours.of(parts, bounds);
  }

  /**
   * Added up before they are moved, so that little is moved twice; by the spans first, in whose
   * order they come.
   */
  private String moves(
      List<DaysAndParts.Move> moves, List<String> columns, HourRows hours, String conditions) {
    String keys = keysOf(columns);
    return "SELECT span, %s%s\n".formatted(keys, source.signed())
        + "FROM (SELECT taken_from, given_to, %s%s\n".formatted(keys, source.sums())
        + hours.of(moves)
        + """
        %s
        GROUP BY %s) AS moved
        CROSS JOIN LATERAL (VALUES (taken_from, -1), (given_to, 1)) AS change (span, sign)
        WHERE span <> %d"""
            .formatted(
                conditions,
                Stream.concat(Stream.of("taken_from", "given_to"), columns.stream())
                    .collect(Collectors.joining(", ")),
                DaysAndParts.OUTSIDE);
  }

  private static String keysOf(List<String> columns) {
    return columns.stream().map(column -> column + ", ").collect(Collectors.joining());
  }

  private static String spanOf(String time, String starts) {
    return starts.isEmpty()
        ? "0 AS span"
        : "width_bucket(%s, %s) - 1 AS span".formatted(time, starts);
  }

  private String bindDates(
      List<DaysAndParts.Days> days, Function<DaysAndParts.Days, LocalDate> end) {
    return statement.bind(days.stream().map(end).toArray(LocalDate[]::new), "date[]");
  }
}
