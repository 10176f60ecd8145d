package io.tokenledger.prices.sync.plan;

import static java.util.stream.Collectors.groupingBy;

import io.tokenledger.events.ModelName;
import io.tokenledger.prices.PriceDraft;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.rates.RateCard;
import io.tokenledger.pricing.rates.Rates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what becomes of each model of one list; used once. Pure. */
final class SyncPlanner {

  private static final Comparator<PriceVersion> BY_NUMBER =
      Comparator.comparingLong(PriceVersion::bookVersion);

  private final PriceSource source;
  private final SyncBasis basis;
  private final BigDecimal factor;
  private final boolean isTrusted;
  private final Map<ModelName, List<PriceVersion>> known;
  private final HeldPrices held;

  private final List<PriceDraft> drafts = new ArrayList<>();
  private final List<SyncDifference.Added> added = new ArrayList<>();
  private final List<SyncDifference.Changed> changed = new ArrayList<>();
  private final Map<SkipReason, List<String>> skipped = new EnumMap<>(SkipReason.class);
  private int listed;
  private int unchanged;

  /**
   * @param isTrusted whether the list may move prices as far as it likes, unless somebody said no
   */
  SyncPlanner(PriceSource source, SyncBasis basis, BigDecimal factor, boolean isTrusted) {
    this.source = source;
    this.basis = basis;
    this.factor = factor;
    this.isTrusted = isTrusted;
    this.known =
        basis.stored().stream()
            .filter(PriceVersion::isGlobal)
            .collect(groupingBy(PriceVersion::model));
    this.held = new HeldPrices(basis.openMoves());
  }

  void skip(SkipReason reason, List<String> names) {
    skipped.computeIfAbsent(reason, unused -> new ArrayList<>()).addAll(names);
  }

  void add(PriceVersion listing) {
    add(listing, Optional.empty());
  }

  /** A price that breaks a rule waits, also that of a model the book does not have. */
  void doubt(DoubtfulPrice doubtful) {
    add(doubtful.price(), Optional.of(doubtful.reason()));
  }

  private void add(PriceVersion listing, Optional<String> doubt) {
    listed++;
    ModelName model = listing.model();
    List<PriceVersion> versions = known.getOrDefault(model, List.of());
    Optional<SkipReason> notOurs = notOurs(versions);
    if (notOurs.isPresent()) {
      held.supersede(model);
      skip(notOurs.get(), List.of(model.toString()));
    } else if (versions.isEmpty()) {
      addNew(listing, doubt);
    } else {
      compare(last(versions), listing, doubt);
    }
  }

  private void addNew(PriceVersion listing, Optional<String> doubt) {
    Rates rates = listing.rates().orElseThrow();
    if (doubt.isPresent()) {
      List<PriceMove> moves = PriceMove.between(Rates.ofTokens(RateCard.EMPTY), rates, factor);
      hold(new ProposedMove(listing.model(), Optional.empty(), rates, doubt.get()), moves);
      return;
    }
    held.supersede(listing.model());
    PriceDraft draft = PriceDraft.fromList(listing, listing.effectiveFrom());
    drafts.add(draft);
    added.add(SyncDifference.Added.of(draft));
  }

  /** Prices of the book that the list moves by more than is believed. */
  int largeMoves() {
    return held.largeMoves();
  }

  SyncPlan plan() {
    int passedOver = skipped.values().stream().mapToInt(List::size).sum();
    SyncCounts counts =
        new SyncCounts(
            listed, added.size(), changed.size(), held.quarantined().size(), unchanged, passedOver);
    SyncDifference difference =
        new SyncDifference(added, changed, held.quarantined(), SyncDifference.skipped(skipped));
    return new SyncPlan(drafts, held.proposed(), held.superseded(), counts, difference);
  }

  /** Whoever is not a source of ours set the price by hand, whatever they call themselves. */
  private Optional<SkipReason> notOurs(List<PriceVersion> versions) {
    for (PriceVersion version : versions) {
      if (PriceSource.ofCode(version.source()).isEmpty()) {
        return Optional.of(SkipReason.MANUAL_PRICE);
      }
    }
    return versions.stream()
        .max(BY_NUMBER)
        .flatMap(last -> PriceSource.ofCode(last.source()))
        .filter(owner -> !source.goesBefore(owner))
        .map(owner -> SkipReason.OTHER_SOURCE);
  }

  private void compare(PriceVersion current, PriceVersion listing, Optional<String> doubt) {
    Rates to = listing.rates().orElseThrow();
    List<PriceMove> moves = PriceMove.between(current.rates().orElseThrow(), to, factor);
    boolean isLarge = moves.stream().anyMatch(PriceMove::isLarge);
    boolean mayMove =
        !isLarge || isTrusted && !held.isRejected(listing.model(), Optional.of(current), to);
    if (moves.isEmpty()) {
      held.supersede(listing.model());
      unchanged++;
    } else if (doubt.isEmpty() && mayMove) {
      held.supersede(listing.model());
      change(current, listing, moves);
    } else {
      String reason = doubt.orElseGet(() -> HeldPrices.largeMoves(moves));
      hold(new ProposedMove(listing.model(), Optional.of(current), to, reason), moves);
    }
  }

  private void change(PriceVersion current, PriceVersion listing, List<PriceMove> moves) {
    drafts.add(PriceDraft.fromList(listing, basis.now()));
    changed.add(
        new SyncDifference.Changed(
            current.provider(),
            current.modelName(),
            current.source(),
            SyncDifference.components(moves)));
  }

  private void hold(ProposedMove move, List<PriceMove> moves) {
    if (!held.hold(move, moves)) {
      skip(SkipReason.REJECTED, List.of(move.model().toString()));
    }
  }

  private static PriceVersion last(List<PriceVersion> versions) {
    return versions.stream().max(BY_NUMBER).orElseThrow();
  }
}
