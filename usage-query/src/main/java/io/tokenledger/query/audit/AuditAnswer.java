package io.tokenledger.query.audit;

import io.tokenledger.query.http.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was done to an org, the last first.
 *
 * @param nextCursor null on the last page
 */
public record AuditAnswer(List<Entry> entries, Optional<String> nextCursor) {

  static AuditAnswer of(List<AuditEntry> found, int limit) {
    Slice<AuditEntry> page = Slice.of(found, limit);
    return new AuditAnswer(
        page.items().stream().map(Entry::of).toList(),
        page.last().map(last -> Long.toString(last.id())));
  }

  /** One thing that was done, with old and new values where there are any. */
  public record Entry(
      long id, Instant at, String actor, String action, Map<String, Object> detail) {

    static Entry of(AuditEntry entry) {
      return new Entry(entry.id(), entry.at(), entry.actor(), entry.action(), entry.detail());
    }
  }
}
