package io.tokenledger.query.directory;

import java.util.OptionalInt;

/**
 * What an org says about itself.
 *
 * @param timeZone IANA name, in which its people think of days; reports take {@code tz} all the
 *     same
 * @param currencyLabel what is written beside amounts; they stay US dollars
 * @param retentionDays for how long the org wants its single events kept, at least 1; absent: as
 *     long as the ledger keeps them
 */
public record OrgSettings(
    String name, String timeZone, String currencyLabel, OptionalInt retentionDays) {

  public static final String DEFAULT_TIME_ZONE = "UTC";
  public static final String DEFAULT_CURRENCY_LABEL = "USD";

  /** Of an org that the directory does not know. */
  public static OrgSettings ofUnlisted(String orgId) {
    return new OrgSettings(orgId, DEFAULT_TIME_ZONE, DEFAULT_CURRENCY_LABEL, OptionalInt.empty());
  }
}
