package io.tokenledger.pricing;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.tokenledger.events.ModelName;
import io.tokenledger.pricing.names.Sellers;
import io.tokenledger.pricing.names.Spellings;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything known at one version of the book: price versions, aliases and factors. Immutable in
 * what it says, and safe for any number of threads.
 *
 * <p>A price is looked for in this order, and one that has ended or has not begun is passed over:
 *
 * <ol>
 *   <li>exactly this model: the org's contract price, then everyone's;
 *   <li>the model that a {@link ModelAlias} says it is: by the org's alias, then by everyone's; of
 *       it the org's contract price, then everyone's;
 *   <li>another spelling of this name ({@link Spellings}): the org's contract price of any of them;
 *       then of each in turn everyone's price, and the model that an alias says it is;
 *   <li>all of this at the provider that a {@link ModelAlias} of {@linkplain ModelAlias#EVERY_MODEL
 *       every model} says it is: by the org's alias, then by everyone's;
 *   <li>all of this at whom conventions mean by the provider's or the model's name ({@link
 *       Sellers}).
 * </ol>
 *
 * <p>Of everyone's price an org pays a {@link PriceFactor} where it has one: the most specific that
 * is in force for the model whose price it is.
 */
public final class PriceBook {

  private final String line;
  private final long version;
  private final String name;
  private final List<PriceVersion> versions;
  private final List<ModelAlias> aliases;
  private final List<PriceFactor> factors;
  private final PriceIndex index;
  private final FactorIndex factorIndex;
  private final Set<String> orgsOfTheirOwn;
  private final ResolutionCache resolutions = new ResolutionCache();

  private PriceBook(
      long version,
      Collection<PriceVersion> versions,
      Collection<ModelAlias> aliases,
      Collection<PriceFactor> factors) {
    this.line = "";
    this.version = version;
    this.name = line + '/' + version;
    this.versions = List.copyOf(versions);
    this.aliases = List.copyOf(aliases);
    this.factors = List.copyOf(factors);
    this.factorIndex = new FactorIndex(this.factors);
    this.index = new PriceIndex(this.versions, this.aliases);
    this.orgsOfTheirOwn =
        Stream.concat(
                versions.stream().map(PriceVersion::orgId), aliases.stream().map(ModelAlias::orgId))
            .collect(toUnmodifiableSet());
  }

  /** Shares the indexes, so that a large book is not indexed twice. */
  private PriceBook(String line, PriceBook same) {
    this.line = line;
    this.version = same.version;
    this.name = line + '/' + version;
    this.versions = same.versions;
    this.aliases = same.aliases;
    this.factors = same.factors;
    this.factorIndex = same.factorIndex;
    this.index = same.index;
    this.orgsOfTheirOwn = same.orgsOfTheirOwn;
  }

  public static PriceBook of(long version, Collection<PriceVersion> versions) {
    return of(version, versions, List.of());
  }

  public static PriceBook of(
      long version, Collection<PriceVersion> versions, Collection<ModelAlias> aliases) {
    return of(version, versions, aliases, List.of());
  }

  public static PriceBook of(
      long version,
      Collection<PriceVersion> versions,
      Collection<ModelAlias> aliases,
      Collection<PriceFactor> factors) {
    return new PriceBook(version, versions, aliases, factors);
  }

  /** The same book, as one of {@code newLine}. */
  public PriceBook ofLine(String newLine) {
    return new PriceBook(newLine, this);
  }

  /**
   * Tells books apart whose numbers do not follow on one another: after a restore, numbers are
   * given again. Empty where there are no lines: the bundled list, and a pricing-service of before.
   */
  public String line() {
    return line;
  }

  public long version() {
    return version;
  }

  /** Line and version: two books of pricing-service that are called the same say the same. */
  public String name() {
    return name;
  }

  /** All price versions, in the order given. */
  public List<PriceVersion> versions() {
    return versions;
  }

  /** All aliases, those that end one included, in the order given. */
  public List<ModelAlias> aliases() {
    return aliases;
  }

  /** All factors, those that end one included, in the order given. */
  public List<PriceFactor> factors() {
    return factors;
  }

  /** What {@code orgId} pays for a call of {@code modelName} at {@code at}. */
  public Optional<EffectivePrice> priceOf(
      String orgId, String provider, String modelName, Instant at) {
    return priceOf(orgId, provider, modelName, at, Instant.MAX);
  }

  /** The same, as the book said at {@code knownAt}: of what was recorded up to then. */
  public Optional<EffectivePrice> priceOf(
      String orgId, String provider, String modelName, Instant at, Instant knownAt) {
    return find(orgId, provider, modelName, at, knownAt)
        .map(version -> new EffectivePrice(version, factorOn(version, orgId, at, knownAt)));
  }

  /** The version that prices a call of {@code modelName} at {@code at}; its rates are present. */
  public Optional<PriceVersion> find(String orgId, String provider, String modelName, Instant at) {
    return find(orgId, provider, modelName, at, Instant.MAX);
  }

  /** The same, as the book said at {@code knownAt}: of what was recorded up to then. */
  public Optional<PriceVersion> find(
      String orgId, String provider, String modelName, Instant at, Instant knownAt) {
    return PriceCandidate.first(candidates(orgId, provider, modelName), at, knownAt);
  }

  /**
   * When the price of a call of {@code modelName} may become another; in no order, and one time may
   * be told twice.
   */
  public Stream<Instant> beginnings(String orgId, String provider, String modelName) {
    return candidates(orgId, provider, modelName).stream().flatMap(PriceCandidate::beginnings);
  }

  /** The one version of each model, global or an org's, that holds at {@code at}; in no order. */
  public List<PriceVersion> inForce(Instant at, Instant knownAt) {
    return index.pricesInForce(at, knownAt).toList();
  }

  /** The one meaning of each alias, global or an org's, that holds at {@code at}; in no order. */
  public List<ModelAlias> aliasesInForce(Instant at, Instant knownAt) {
    return index.aliasesInForce(at, knownAt).toList();
  }

  /**
   * The one meaning of each factor of the org that holds at {@code at}; the most specific first.
   */
  public List<PriceFactor> factorsInForce(String orgId, Instant at, Instant knownAt) {
    return factorIndex.inForce(orgId, at, knownAt).toList();
  }

  /** Whether exactly this model ever had a price: everyone's, or the org's own. */
  public boolean isListed(String orgId, String provider, String modelName) {
    PriceKey key = new PriceKey(orgId, new ModelName(provider, modelName));
    return index.isListed(key) || index.isListed(key.global());
  }

  /** Whether any model of the provider ever had a price: everyone's, or the org's own. */
  public boolean isProvider(String orgId, String provider) {
    return versions.stream()
        .filter(version -> version.isGlobal() || version.orgId().equals(orgId))
        .anyMatch(version -> version.provider().equals(provider));
  }

  private List<PriceCandidate> candidates(String orgId, String provider, String modelName) {
    // Most orgs have nothing of their own: they share one entry of the cache.
    String org = orgsOfTheirOwn.contains(orgId) ? orgId : PriceVersion.GLOBAL;
    PriceKey key = new PriceKey(org, new ModelName(provider, modelName));
    return resolutions.get(key, index::candidates);
  }

  private Optional<PriceFactor> factorOn(
      PriceVersion version, String orgId, Instant at, Instant knownAt) {
    return version.isGlobal()
        ? factorIndex.on(orgId, version.model(), at, knownAt)
        : Optional.empty();
  }

  int rememberedResolutions() {
    return resolutions.size();
  }
}
