package io.tokenledger.pricing;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every price version known at one version of the book. Immutable in what it says, and safe for any
 * number of threads.
 *
 * <p>A price is looked for in this order, and a price that has ended or has not begun is passed
 * over: the org's contract price of exactly this model, everyone's price of exactly this model, the
 * org's price of an alias ({@link ModelAliases}), everyone's price of an alias.
 */
public final class PriceBook {

  private final long version;
  private final List<PriceVersion> versions;
  private final Map<PriceKey, PriceHistory> histories;
  private final Set<String> orgsWithContract;
  private final ResolutionCache resolutions = new ResolutionCache();

  private PriceBook(long version, Collection<PriceVersion> versions) {
    this.version = version;
    this.versions = List.copyOf(versions);
    this.histories =
        this.versions.stream()
            .collect(groupingBy(PriceKey::of, collectingAndThen(toList(), PriceHistory::new)));
    this.orgsWithContract =
        this.versions.stream().map(PriceVersion::orgId).collect(toUnmodifiableSet());
  }

  public static PriceBook of(long version, Collection<PriceVersion> versions) {
    return new PriceBook(version, versions);
  }

  /** The public list that comes with this module, as version 0; read once. */
  public static PriceBook bundled() {
    return BundledPriceList.BOOK;
  }

  public long version() {
    return version;
  }

  /** All versions, in the order given. */
  public List<PriceVersion> versions() {
    return versions;
  }

  /** The version that prices a call of {@code modelName} at {@code at}; its rates are present. */
  public Optional<PriceVersion> find(String orgId, String provider, String modelName, Instant at) {
    // Most orgs have no contract: they share one entry of the cache.
    String org = orgsWithContract.contains(orgId) ? orgId : PriceVersion.GLOBAL;
    PriceKey key = new PriceKey(org, provider, modelName);
    for (PriceHistory history : resolutions.get(key, this::resolve)) {
      Optional<PriceVersion> found = history.at(at);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The one version of each model, global or an org's, that holds at {@code at}; in no order. */
  public List<PriceVersion> inForce(Instant at) {
    return histories.values().stream().flatMap(history -> history.at(at).stream()).toList();
  }

  int rememberedResolutions() {
    return resolutions.size();
  }

  private List<PriceHistory> resolve(PriceKey key) {
    List<PriceHistory> found = new ArrayList<>();
    List<String> exact = List.of(key.modelName());
    List<String> aliases = ModelAliases.of(key.provider(), key.modelName());
    for (List<String> names : List.of(exact, aliases)) {
      addHistories(found, key.orgId(), key.provider(), names);
      if (!key.orgId().isEmpty()) {
        addHistories(found, PriceVersion.GLOBAL, key.provider(), names);
      }
    }
    return List.copyOf(found);
  }

  private void addHistories(
      List<PriceHistory> found, String orgId, String provider, List<String> names) {
    for (String name : names) {
      PriceHistory history = histories.get(new PriceKey(orgId, provider, name));
      if (history != null) {
        found.add(history);
      }
    }
  }
}
