package io.tokenledger.prices;

import static java.util.stream.Collectors.groupingBy;

import io.tokenledger.pricing.PriceVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a public list is new to the price book. Pure.
 *
 * <p>A model that the book does not have is taken over from the beginning of time. A model whose
 * price in the list changed gets the new price from now on: history keeps the price it had. A model
 * that anyone else ever priced, by hand or from another list, is left to them. A model that the
 * list no longer has keeps its price.
 */
final class PriceListFill {

  private PriceListFill() {}

  static List<PriceDraft> missing(List<PriceVersion> stored, List<PriceVersion> list, Instant now) {
    Map<Model, List<PriceVersion>> known =
        stored.stream().filter(PriceVersion::isGlobal).collect(groupingBy(Model::of));
    List<PriceDraft> drafts = new ArrayList<>();
    for (PriceVersion listed : list) {
      draft(known.getOrDefault(Model.of(listed), List.of()), listed, now).ifPresent(drafts::add);
    }
    return drafts;
  }

  private static Optional<PriceDraft> draft(
      List<PriceVersion> known, PriceVersion listed, Instant now) {
    if (known.isEmpty()) {
      return Optional.of(PriceDraft.fromList(listed, listed.effectiveFrom()));
    }
    boolean ours = known.stream().allMatch(each -> each.source().equals(listed.source()));
    boolean changed = !last(known).rates().equals(listed.rates());
    return ours && changed ? Optional.of(PriceDraft.fromList(listed, now)) : Optional.empty();
  }

  private static PriceVersion last(List<PriceVersion> known) {
    return known.stream().max(Comparator.comparingLong(PriceVersion::bookVersion)).orElseThrow();
  }

  private record Model(String provider, String modelName) {
    static Model of(PriceVersion version) {
      return new Model(version.provider(), version.modelName());
    }
  }
}
