package io.tokenledger.query.tags;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tokenledger.query.sums.Keyed;
import io.tokenledger.query.sums.http.Totals;
import java.util.List;

/**
 * The answer of {@code …/analytics/tags/{key}}.
 *
 * @param values in the order asked for
 */
public record TagValuesAnswer(String key, List<Value> values) {

  /** One value; all zeros when no event carried it. */
  public record Value(String value, @JsonUnwrapped Totals totals) {}

  static TagValuesAnswer of(String key, List<Keyed<String>> groups) {
    return new TagValuesAnswer(
        key,
        groups.stream().map(group -> new Value(group.key(), Totals.of(group.sums()))).toList());
  }
}
