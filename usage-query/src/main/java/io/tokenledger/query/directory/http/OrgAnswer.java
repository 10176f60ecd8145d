package io.tokenledger.query.directory.http;

import io.tokenledger.query.directory.Org;
import io.tokenledger.service.http.Cursor;
import io.tokenledger.service.http.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An org and its settings.
 *
 * @param retentionDays null: as long as the ledger keeps events
 */
public record OrgAnswer(
    String orgId,
    String name,
    String timeZone,
    String currencyLabel,
    OptionalInt retentionDays,
    Instant createdAt) {

  static OrgAnswer of(Org org) {
    return new OrgAnswer(
        org.orgId(),
        org.settings().name(),
        org.settings().timeZone(),
        org.settings().currencyLabel(),
        org.settings().retentionDays(),
        org.createdAt());
  }

  /**
   * Some of the orgs.
   *
   * @param nextCursor null on the last page
   */
  public record Page(List<OrgAnswer> orgs, Optional<String> nextCursor) {

    static Page of(List<Org> found, int limit) {
      Slice<Org> page = Slice.of(found, limit);
      return new Page(
          page.items().stream().map(OrgAnswer::of).toList(),
          page.last().map(last -> Cursor.encode(last.orgId())));
    }
  }
}
