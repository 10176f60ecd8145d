package io.tokenledger.query.tags;

import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.UsageFilter;
import java.util.List;

/**
 * Which values of a tag are asked for.
 *
 * @param values at least one, at most {@link #MAX_VALUES}, each once
 * @param limit single events at most, at least 1; only where events are answered
 */
public record TagQuery(
    DateRange range, UsageFilter filter, String key, List<String> values, int limit) {

  public static final int MAX_VALUES = 200;
}
