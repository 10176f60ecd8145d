package io.tokenledger.query.log;

import io.tokenledger.service.http.Slice;
import java.util.List;

/**
 * The answer of {@code …/analytics/details/{eventId}/revisions}: empty for an event that has one.
 *
 * @param revisions the highest first; it is the one that counts, or will in a moment
 * @param more whether there are earlier ones that are not told
 */
public record RevisionsAnswer(List<LogLine> revisions, boolean more) {

  static RevisionsAnswer of(Slice<LogLine> slice) {
    return new RevisionsAnswer(slice.items(), slice.last().isPresent());
  }
}
