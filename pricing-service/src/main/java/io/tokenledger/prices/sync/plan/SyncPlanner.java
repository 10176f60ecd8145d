package io.tokenledger.prices.sync.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.tokenledger.events.ModelName;
import io.tokenledger.prices.PriceDraft;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.Rates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Collects what becomes of each model of one list; used once. Pure. */
final class SyncPlanner {

  private final PriceSource source;
  private final SyncBasis basis;
  private final BigDecimal factor;
  private final Map<ModelName, List<PriceVersion>> known;
  private final Map<ModelName, OpenMove> open;

  private final List<PriceDraft> drafts = new ArrayList<>();
  private final List<ProposedMove> proposed = new ArrayList<>();
  private final List<Long> superseded = new ArrayList<>();
  private final List<SyncDifference.Added> added = new ArrayList<>();
  private final List<SyncDifference.Changed> changed = new ArrayList<>();
  private final List<SyncDifference.Quarantined> quarantined = new ArrayList<>();
  private final Map<SkipReason, List<String>> skipped = new EnumMap<>(SkipReason.class);
  private int listed;
  private int unchanged;

  SyncPlanner(PriceSource source, SyncBasis basis, BigDecimal factor) {
    this.source = source;
    this.basis = basis;
    this.factor = factor;
    this.known =
        basis.stored().stream()
            .filter(PriceVersion::isGlobal)
            .collect(groupingBy(PriceVersion::model));
    this.open = basis.openMoves().stream().collect(toMap(OpenMove::model, Function.identity()));
  }

  void skip(SkipReason reason, List<String> names) {
    skipped.computeIfAbsent(reason, unused -> new ArrayList<>()).addAll(names);
  }

  void add(PriceVersion listing) {
    listed++;
    ModelName model = listing.model();
    List<PriceVersion> versions = known.getOrDefault(model, List.of());
    if (versions.isEmpty()) {
      PriceDraft draft = PriceDraft.fromList(listing, listing.effectiveFrom());
      drafts.add(draft);
      added.add(SyncDifference.Added.of(draft));
      return;
    }
    Optional<SkipReason> notOurs = notOurs(versions);
    if (notOurs.isPresent()) {
      supersede(model);
      skip(notOurs.get(), List.of(model.toString()));
    } else {
      compare(model, last(versions), listing);
    }
  }

  SyncPlan plan() {
    int passedOver = skipped.values().stream().mapToInt(List::size).sum();
    SyncCounts counts =
        new SyncCounts(
            listed, added.size(), changed.size(), quarantined.size(), unchanged, passedOver);
    SyncDifference difference =
        new SyncDifference(added, changed, quarantined, SyncDifference.skipped(skipped));
    return new SyncPlan(drafts, proposed, superseded, counts, difference);
  }

  /** Whoever is not a source of ours set the price by hand, whatever they call themselves. */
  private Optional<SkipReason> notOurs(List<PriceVersion> versions) {
    for (PriceVersion version : versions) {
      if (PriceSource.ofCode(version.source()).isEmpty()) {
        return Optional.of(SkipReason.MANUAL_PRICE);
      }
    }
    return PriceSource.ofCode(last(versions).source())
        .filter(owner -> !source.goesBefore(owner))
        .map(owner -> SkipReason.OTHER_SOURCE);
  }

  private void compare(ModelName model, PriceVersion current, PriceVersion listing) {
    Rates to = listing.rates().orElseThrow();
    Rates from = current.rates().orElseThrow();
    Optional<OpenMove> said =
        Optional.ofNullable(open.get(model)).filter(move -> move.isSameAs(current, to));
    if (said.isEmpty()) {
      supersede(model);
    }
    List<PriceMove> moves = PriceMove.between(from, to, factor);
    if (moves.isEmpty()) {
      unchanged++;
    } else if (moves.stream().noneMatch(PriceMove::isLarge)) {
      change(current, listing, moves);
    } else if (said.isPresent() && said.get().isRejected()) {
      skip(SkipReason.REJECTED, List.of(model.toString()));
    } else {
      quarantine(current, to, moves, said.isEmpty());
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

  private void quarantine(
      PriceVersion current, Rates to, List<PriceMove> moves, boolean isProposedFirst) {
    if (isProposedFirst) {
      proposed.add(new ProposedMove(current, to));
    }
    quarantined.add(
        new SyncDifference.Quarantined(
            current.provider(),
            current.modelName(),
            current.source(),
            SyncDifference.components(moves),
            moves.stream().filter(PriceMove::isLarge).map(PriceMove::component).toList()));
  }

  private void supersede(ModelName model) {
    Optional.ofNullable(open.get(model)).ifPresent(move -> superseded.add(move.id()));
  }

  private static PriceVersion last(List<PriceVersion> versions) {
    return versions.stream().max(Comparator.comparingLong(PriceVersion::bookVersion)).orElseThrow();
  }
}
