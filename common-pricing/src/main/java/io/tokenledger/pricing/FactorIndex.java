package io.tokenledger.pricing;

import static java.util.stream.Collectors.groupingBy;

import io.tokenledger.events.ModelName;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The factors of a book by their org. An org has few of them: their number has a quota. */
final class FactorIndex {

  private final Map<String, List<Rule>> byOrg = new HashMap<>();

  /** All entries of an org about the same models. */
  private record Rule(FactorScope scope, EntryHistory<PriceFactor> history) {

    Optional<PriceFactor> at(Instant at, Instant knownAt) {
      return history.at(at, knownAt).filter(entry -> entry.factor().isPresent());
    }
  }

  FactorIndex(Collection<PriceFactor> factors) {
    factors.stream()
        .collect(groupingBy(PriceFactor::orgId))
        .forEach((org, ofOrg) -> byOrg.put(org, mostSpecificFirst(ofOrg)));
  }

  /** Of the rules in force that cover the model the most specific one. */
  Optional<PriceFactor> on(String orgId, ModelName model, Instant at, Instant knownAt) {
    for (Rule rule : byOrg.getOrDefault(orgId, List.of())) {
      if (rule.scope.covers(model)) {
        Optional<PriceFactor> found = rule.at(at, knownAt);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  Stream<PriceFactor> inForce(String orgId, Instant at, Instant knownAt) {
    return byOrg.getOrDefault(orgId, List.of()).stream()
        .flatMap(rule -> rule.at(at, knownAt).stream());
  }

  /** Two that are as specific as one another never cover the same model. */
  private static List<Rule> mostSpecificFirst(List<PriceFactor> factors) {
    return factors.stream().collect(groupingBy(PriceFactor::scope)).entrySet().stream()
        .map(same -> new Rule(same.getKey(), new EntryHistory<>(same.getValue())))
        .sorted(Comparator.comparing(Rule::scope, FactorScope.MOST_SPECIFIC_FIRST))
        .toList();
  }
}
