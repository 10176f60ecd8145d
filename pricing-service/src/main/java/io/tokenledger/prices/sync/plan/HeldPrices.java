package io.tokenledger.prices.sync.plan;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.tokenledger.events.ModelName;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.rates.Rates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Collects what of one list waits for a person, beside what waited already; used once. Pure. */
final class HeldPrices {

  private final Map<ModelName, OpenMove> open;
  private final List<ProposedMove> proposed = new ArrayList<>();
  private final List<Long> superseded = new ArrayList<>();
  private final List<SyncDifference.Quarantined> quarantined = new ArrayList<>();
  private int largeMoves;

  HeldPrices(List<OpenMove> openMoves) {
    this.open = openMoves.stream().collect(toMap(OpenMove::model, Function.identity()));
  }

  /** Those that are new. */
  List<ProposedMove> proposed() {
    return proposed;
  }

  /** Ids of open moves that the list no longer says. */
  List<Long> superseded() {
    return superseded;
  }

  List<SyncDifference.Quarantined> quarantined() {
    return quarantined;
  }

  /** How many of them move a price of the book by more than is believed. */
  int largeMoves() {
    return largeMoves;
  }

  boolean isRejected(ModelName model, Optional<PriceVersion> base, Rates to) {
    return said(model, base, to).filter(OpenMove::isRejected).isPresent();
  }

  /** Sets a price aside; false when somebody rejected the very same. */
  boolean hold(ProposedMove move, List<PriceMove> moves) {
    if (isRejected(move.model(), move.base(), move.to())) {
      return false;
    }
    if (said(move.model(), move.base(), move.to()).isEmpty()) {
      supersede(move.model());
      proposed.add(move);
    }
    List<PriceMove> large = moves.stream().filter(PriceMove::isLarge).toList();
    largeMoves += large.isEmpty() ? 0 : 1;
    quarantined.add(
        new SyncDifference.Quarantined(
            move.model().provider(),
            move.model().name(),
            move.base().map(PriceVersion::source).orElse(""),
            SyncDifference.components(moves),
            large.stream().map(PriceMove::component).toList()));
    return true;
  }

  /** Whatever waited of the model waits no longer. */
  void supersede(ModelName model) {
    Optional.ofNullable(open.get(model)).ifPresent(move -> superseded.add(move.id()));
  }

  /** Why such moves wait. */
  static String largeMoves(List<PriceMove> moves) {
    return moves.stream()
        .filter(PriceMove::isLarge)
        .map(
            move ->
                "%s from %s to %s".formatted(move.component(), text(move.from()), text(move.to())))
        .collect(joining(", ", "large_move: ", ""));
  }

  /** The move as it was set aside before, when the list said just that. */
  private Optional<OpenMove> said(ModelName model, Optional<PriceVersion> base, Rates to) {
    return Optional.ofNullable(open.get(model)).filter(move -> move.isSameAs(base, to));
  }

  private static String text(Optional<BigDecimal> price) {
    return price.map(BigDecimal::toPlainString).orElse("none");
  }
}
