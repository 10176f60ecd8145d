package io.tokenledger.query.analytics;

import io.tokenledger.query.sums.Dimension;
import io.tokenledger.query.sums.UsageGroup;
import io.tokenledger.query.sums.UsageSums;
import java.util.List;
import java.util.Map;

/**
 * Everything about a period at a glance.
 *
 * @param previous of as many days right before
 * @param groups by dimension, each by cost, the highest first
 */
public record Summary(
    UsageSums totals,
    UsageSums previous,
    Map<Dimension, List<UsageGroup>> groups,
    List<TagSums> topTags) {

  /** The usage of one value of a tag. */
  public record TagSums(String key, String value, UsageSums sums) {}
}
