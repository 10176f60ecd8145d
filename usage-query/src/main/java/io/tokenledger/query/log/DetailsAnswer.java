package io.tokenledger.query.log;

import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code …/analytics/details}.
 *
 * @param total how many entries the filter lets pass, on all pages
 * @param nextCursor null on the last page
 */
public record DetailsAnswer(
    List<LogLine> logs, long total, int limit, Optional<String> nextCursor) {

  public static DetailsAnswer of(String orgId, LogPage page, int limit) {
    return new DetailsAnswer(
        page.lines(),
        page.total(),
        limit,
        page.next().map(position -> LogCursor.encode(orgId, position)));
  }
}
