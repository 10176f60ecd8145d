package io.tokenledger.query.analytics;

import io.tokenledger.query.sums.Dimension;
import io.tokenledger.query.sums.Keyed;
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
    Map<Dimension, List<Keyed<String>>> groups,
    List<Keyed<Tag>> topTags) {

  /** One value of a tag. */
  public record Tag(String key, String value) {}
}
