package io.tokenledger.pricing;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.tokenledger.events.ModelName;
import io.tokenledger.pricing.names.Sellers;
import io.tokenledger.pricing.names.Spellings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    return prices.values().stream()
        .flatMap(history -> new PriceCandidate.Listed(history).at(at, knownAt).stream());
  }

  Stream<ModelAlias> aliasesInForce(Instant at, Instant knownAt) {
    return aliases.values().stream()
        .flatMap(history -> history.at(at, knownAt).stream())
        .filter(alias -> alias.target().isPresent());
  }

  /** In the order of {@link PriceBook}. */
  List<PriceCandidate> candidates(PriceKey key) {
    List<PriceCandidate> found = new ArrayList<>(ofProvider(key));
    PriceKey everyModel = key.of(new ModelName(key.model().provider(), ModelAlias.EVERY_MODEL));
    found.addAll(said(everyModel, target -> ofProvider(key, target)));
    for (ModelName seller : Sellers.of(key.model())) {
      found.addAll(ofProvider(key.of(seller)));
    }
    return List.copyOf(found);
  }

  /** A model that is called like {@link ModelAlias#EVERY_MODEL} is nobody's every model. */
  private List<PriceCandidate> ofProvider(PriceKey key, ModelName target) {
    return target.name().equals(ModelAlias.EVERY_MODEL)
        ? ofProvider(key.of(key.model().of(target.provider())))
        : List.of();
  }

  /** By exactly this name, by its aliases, by its spellings: of one provider. */
  private List<PriceCandidate> ofProvider(PriceKey key) {
    List<PriceCandidate> found = new ArrayList<>(exact(key));
    found.addAll(said(key));
    List<PriceKey> spellings =
        Spellings.of(key.model().provider(), key.model().name()).stream()
            .map(name -> key.of(new ModelName(key.model().provider(), name)))
            .toList();
    if (!key.orgId().isEmpty()) {
      spellings.forEach(spelling -> addPrices(found, spelling));
    }
    for (PriceKey spelling : spellings) {
      addPrices(found, spelling.global());
      found.addAll(said(spelling));
    }
    return found;
  }

  private List<PriceCandidate> said(PriceKey key) {
    return said(key, target -> exact(key.of(target)));
  }

  /** An alias leads one step: what it leads to is not looked for among the aliases again. */
  private List<PriceCandidate> said(
      PriceKey key, Function<ModelName, List<PriceCandidate>> placesOf) {
    List<PriceCandidate> found = new ArrayList<>(2);
    for (PriceKey owned : ownThenGlobal(key)) {
      EntryHistory<ModelAlias> names = aliases.get(owned);
      if (names != null) {
        found.add(new PriceCandidate.Said(names, placesOf));
      }
    }
    return found;
  }

  private List<PriceCandidate> exact(PriceKey key) {
    List<PriceCandidate> found = new ArrayList<>(2);
    ownThenGlobal(key).forEach(each -> addPrices(found, each));
    return found;
  }

  private void addPrices(List<PriceCandidate> found, PriceKey key) {
    EntryHistory<PriceVersion> history = prices.get(key);
    if (history != null) {
      found.add(new PriceCandidate.Listed(history));
    }
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
