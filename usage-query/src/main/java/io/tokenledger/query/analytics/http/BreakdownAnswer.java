package io.tokenledger.query.analytics.http;

import io.tokenledger.query.analytics.Breakdown;
import io.tokenledger.query.sums.http.Group;
import io.tokenledger.query.sums.http.Totals;
import java.util.List;

/**
 * The answer of {@code …/analytics/breakdown}.
 *
 * @param totals of everything the filter lets pass, which may be more than the rows: events without
 *     the tag, or rows beyond the limit
 * @param rows by cost, the highest first
 */
public record BreakdownAnswer(String by, Totals totals, List<Group> rows) {

  static BreakdownAnswer of(String by, Breakdown breakdown) {
    return new BreakdownAnswer(
        by, Totals.of(breakdown.total()), Group.of(breakdown.groups(), breakdown.total()));
  }
}
