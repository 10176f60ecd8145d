package io.tokenledger.query;

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
    String name, String timeZone, String currencyLabel, OptionalInt retentionDays) {}
