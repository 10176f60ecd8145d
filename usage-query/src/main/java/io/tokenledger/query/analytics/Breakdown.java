package io.tokenledger.query.analytics;

import io.tokenledger.query.sums.Keyed;
import io.tokenledger.query.sums.UsageSums;
import java.util.List;

/**
 * Usage by group, by cost, the highest first.
 *
 * @param total of all events the filter lets pass, also those in no group or in none of these
 */
public record Breakdown(UsageSums total, List<Keyed<String>> groups) {}
