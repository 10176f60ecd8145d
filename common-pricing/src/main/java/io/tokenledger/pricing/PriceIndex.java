package io.tokenledger.pricing;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The entries of a book by what they are about, and where the price of a name is looked for. */
final class PriceIndex {

  private final Map<PriceKey, EntryHistory<PriceVersion>> prices;
  private final Map<PriceKey, EntryHistory<ModelAlias>> aliases;

  PriceIndex(List<PriceVersion> versions, List<ModelAlias> aliases) {
    this.prices = byKey(versions, PriceKey::of);
    this.aliases = byKey(aliases, PriceKey::of);
  }

  boolean isListed(PriceKey key) {
    return prices.containsKey(key);
  }

  Stream<PriceVersion> pricesInForce(Instant at, Instant knownAt) {
    return prices.values().stream().flatMap(history -> inForce(history, at, knownAt).stream());
  }

  Stream<ModelAlias> aliasesInForce(Instant at, Instant knownAt) {
    return aliases.values().stream()
        .flatMap(history -> history.at(at, knownAt).stream())
        .filter(alias -> alias.target().isPresent());
  }

  /** In the order of {@link PriceBook}. */
  List<PriceCandidate> candidates(PriceKey key) {
    List<PriceCandidate> found = new ArrayList<>(exact(key));
    for (PriceKey owned : ownThenGlobal(key)) {
      EntryHistory<ModelAlias> names = aliases.get(owned);
      if (names != null) {
        found.add((at, knownAt) -> throughAlias(names, key.orgId(), at, knownAt));
      }
    }
    List<PriceKey> derived =
        ModelAliases.of(key.model()).stream().map(each -> new PriceKey(key.orgId(), each)).toList();
    derived.forEach(name -> addPrices(found, name));
    if (!key.orgId().isEmpty()) {
      derived.forEach(name -> addPrices(found, name.global()));
    }
    return List.copyOf(found);
  }

  private Optional<PriceVersion> throughAlias(
      EntryHistory<ModelAlias> names, String orgId, Instant at, Instant knownAt) {
    return names
        .at(at, knownAt)
        .flatMap(ModelAlias::target)
        .map(target -> new PriceKey(orgId, target))
        .flatMap(key -> PriceCandidate.first(exact(key), at, knownAt));
  }

  private List<PriceCandidate> exact(PriceKey key) {
    List<PriceCandidate> found = new ArrayList<>(2);
    ownThenGlobal(key).forEach(each -> addPrices(found, each));
    return found;
  }

  private void addPrices(List<PriceCandidate> found, PriceKey key) {
    EntryHistory<PriceVersion> history = prices.get(key);
    if (history != null) {
      found.add((at, knownAt) -> inForce(history, at, knownAt));
    }
  }

  private static Optional<PriceVersion> inForce(
      EntryHistory<PriceVersion> history, Instant at, Instant knownAt) {
    return history.at(at, knownAt).filter(version -> version.rates().isPresent());
  }

  private static List<PriceKey> ownThenGlobal(PriceKey key) {
    return key.orgId().isEmpty() ? List.of(key) : List.of(key, key.global());
  }

  private static <T extends BookEntry> Map<PriceKey, EntryHistory<T>> byKey(
      List<T> entries, Function<T, PriceKey> key) {
    return entries.stream()
        .collect(groupingBy(key, collectingAndThen(toList(), EntryHistory::new)));
  }
}
