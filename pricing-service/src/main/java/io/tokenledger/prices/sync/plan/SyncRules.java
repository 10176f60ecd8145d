package io.tokenledger.prices.sync.plan;

import static java.util.stream.Collectors.toSet;

import io.tokenledger.events.ModelName;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.pricing.PriceVersion;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What a public list may change in the price book. Pure; the bundled list and the feeds have the
 * same rules.
 *
 * <p>A model that the book does not have is taken over from the beginning of time. A model whose
 * price in the list changed gets the new price from now on: history keeps the price it had. A model
 * that anyone ever priced by hand is left to them, and so is one that a source which goes before
 * ({@link PriceSource}) prices. A model that the list no longer has keeps its price. A large move
 * ({@link PriceMove}), and a price that breaks a rule of prices ({@link DoubtfulPrice}), waits for
 * approval.
 *
 * @param factor beyond which a move is large
 * @param maxQuarantined large moves in one list; more are a mistake of the list
 * @param minShare of the models the list had; with less it is cut short
 */
public record SyncRules(BigDecimal factor, int maxQuarantined, BigDecimal minShare) {

  /**
   * @throws SyncFailedException when the list as a whole is not to be believed
   */
  public SyncPlan plan(PriceSource source, ListedPrices list, SyncBasis basis) {
    requireWholeList(source, list, basis);
    SyncPlanner planner = new SyncPlanner(source, basis, factor, false);
    list.skipped().forEach(planner::skip);
    list.prices().forEach(planner::add);
    list.doubtful().forEach(planner::doubt);
    if (planner.largeMoves() > maxQuarantined) {
      throw new SyncFailedException(
          SyncFailure.TOO_MANY_LARGE_MOVES,
          planner.largeMoves()
              + " prices moved by more than the factor "
              + factor.toPlainString()
              + "; at most "
              + maxQuarantined
              + " are believed.");
    }
    return planner.plan();
  }

  /**
   * What of the bundled list the book lacks. It was checked before it was released, and whoever
   * upgrades has asked for it: its large moves do not wait. Once the source itself was asked, the
   * book is newer than the bundled list, which then only adds models.
   */
  public SyncPlan planBundled(PriceSource source, ListedPrices list, SyncBasis basis) {
    SyncPlanner planner = new SyncPlanner(source, basis, factor, true);
    Set<ModelName> known = basis.stored().stream().map(PriceVersion::model).collect(toSet());
    for (PriceVersion listed : list.prices()) {
      if (!basis.isFed() || !known.contains(listed.model())) {
        planner.add(listed);
      }
    }
    return planner.plan();
  }

  private void requireWholeList(PriceSource source, ListedPrices list, SyncBasis basis) {
    int listed = list.prices().size() + list.doubtful().size();
    if (listed == 0) {
      throw new SyncFailedException(SyncFailure.EMPTY_LIST, "The list has no price at all.");
    }
    int had = basis.lastListed() > 0 ? basis.lastListed() : priced(source, basis);
    if (minShare.multiply(BigDecimal.valueOf(had)).compareTo(BigDecimal.valueOf(listed)) > 0) {
      throw new SyncFailedException(
          SyncFailure.LIST_SHRUNK,
          "The list has " + listed + " models with a price, after " + had + " before.");
    }
  }

  private static int priced(PriceSource source, SyncBasis basis) {
    return (int)
        basis.stored().stream()
            .filter(version -> version.source().equals(source.code()))
            .map(PriceVersion::model)
            .distinct()
            .count();
  }
}
