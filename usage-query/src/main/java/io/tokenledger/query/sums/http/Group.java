package io.tokenledger.query.sums.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tokenledger.query.http.Told;
import io.tokenledger.query.sums.Keyed;
import io.tokenledger.query.sums.UsageSums;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The usage of one group.
 *
 * @param key what the group has in common; null for events that have no such value
 * @param share of the cost of all, 0 to 1
 */
public record Group(Optional<String> key, BigDecimal share, @JsonUnwrapped Totals totals) {

  public static List<Group> of(List<Keyed<String>> groups, UsageSums all) {
    return groups.stream()
        .map(
            group ->
                new Group(Told.of(group.key()), group.sums().shareOf(all), Totals.of(group.sums())))
        .toList();
  }
}
