package io.tokenledger.query.log;

import java.util.List;
import java.util.Optional;

/**
 * A page of the detail log, newest first.
 *
 * @param total how many entries the filter lets pass, on all pages
 * @param next where the next page starts; absent on the last one
 */
public record LogPage(List<LogEntry> entries, long total, Optional<LogPosition> next) {

  /** Makes the page of at most {@code limit} entries from one more, which tells whether it ends. */
  public static LogPage of(List<LogEntry> oneMore, long total, int limit) {
    if (oneMore.size() <= limit) {
      return new LogPage(List.copyOf(oneMore), total, Optional.empty());
    }
    List<LogEntry> entries = List.copyOf(oneMore.subList(0, limit));
    return new LogPage(entries, total, Optional.of(entries.get(limit - 1).position()));
  }
}
