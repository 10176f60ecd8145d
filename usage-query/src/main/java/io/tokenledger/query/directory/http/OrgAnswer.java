package io.tokenledger.query.directory.http;

import io.tokenledger.query.directory.Org;
import io.tokenledger.query.http.IdCursor;
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
      return new Page(
          found.stream().limit(limit).map(OrgAnswer::of).toList(),
          IdCursor.behind(found, limit, Org::orgId));
    }
  }
}
