package io.tokenledger.prices.sync.plan;

import io.tokenledger.prices.PriceDraft;
import io.tokenledger.pricing.rates.RateCard;
import io.tokenledger.pricing.rates.Rates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a run changed, or would change. Prices are decimal text, as in the API of prices. */
public record SyncDifference(
    List<Added> added,
    List<Changed> changed,
    List<Quarantined> quarantined,
    List<Skipped> skipped) {

  /** Models named per reason; the count tells of the others. */
  private static final int MAX_NAMED = 50;

  public static final SyncDifference NONE =
      new SyncDifference(List.of(), List.of(), List.of(), List.of());

  /** A model that the book did not have, with what is listed for it. */
  public record Added(String provider, String modelName, List<Component> rates) {

    static Added of(PriceDraft draft) {
      Rates none = Rates.ofTokens(RateCard.EMPTY);
      return new Added(
          draft.provider(),
          draft.modelName(),
          components(PriceMove.between(none, draft.rates().orElseThrow(), BigDecimal.TEN)));
    }
  }

  /**
   * A model whose price moved.
   *
   * @param fromSource whose price it was
   */
  public record Changed(
      String provider, String modelName, String fromSource, List<Component> changes) {}

  /**
   * A move that waits for approval.
   *
   * @param largeMoves names of the components for which it waits
   */
  public record Quarantined(
      String provider,
      String modelName,
      String fromSource,
      List<Component> changes,
      List<String> largeMoves) {}

  /**
   * One component's price.
   *
   * @param from null when it was not listed
   * @param to null when it no longer is
   */
  public record Component(
      String component, @Schema(nullable = true) String from, @Schema(nullable = true) String to) {}

  /**
   * Models passed over for one reason.
   *
   * @param models the first 50, as {@code provider/model} or as the list names them
   */
  public record Skipped(String reason, int count, List<String> models) {

    static Skipped of(SkipReason reason, List<String> names) {
      return new Skipped(
          reason.code(), names.size(), names.stream().sorted().limit(MAX_NAMED).toList());
    }
  }

  static List<Component> components(Collection<PriceMove> moves) {
    return moves.stream()
        .map(move -> new Component(move.component(), text(move.from()), text(move.to())))
        .toList();
  }

  static List<Skipped> skipped(Map<SkipReason, List<String>> names) {
    List<Skipped> skipped = new ArrayList<>();
    names.forEach((reason, each) -> skipped.add(Skipped.of(reason, each)));
    return skipped;
  }

  private static String text(Optional<BigDecimal> price) {
    return price.map(BigDecimal::toPlainString).orElse(null);
  }
}
