package io.tokenledger.query.audit;

import io.tokenledger.service.http.Slice;
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

  /**
   * One thing that was done.
   *
   * @param actor a user id, {@code api-token:…} or the name of a service
   * @param action such as {@code member.changed}
   * @param detail old and new values under {@code old} and {@code new}; never a secret
   */
  public record Entry(
      long id, Instant at, String actor, String action, Map<String, Object> detail) {}

  static AuditAnswer of(List<Entry> found, int limit) {
    Slice<Entry> page = Slice.of(found, limit);
    return new AuditAnswer(page.items(), page.last().map(last -> Long.toString(last.id())));
  }
}
