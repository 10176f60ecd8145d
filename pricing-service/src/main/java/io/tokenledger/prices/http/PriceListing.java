package io.tokenledger.prices.http;

import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.service.http.Cursor;
import io.tokenledger.service.http.Slice;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One page of prices, ordered by provider, model and org.
 *
 * @param orgIds whose prices are listed; the empty one for everyone's
 * @param provider empty for all
 * @param text part of the model's name, in any case; empty for all
 * @param cursor the {@code nextCursor} of the page before; empty for the first
 */
record PriceListing(Set<String> orgIds, String provider, String text, int limit, String cursor) {

  /** Between the parts of a cursor; no part may contain it. */
  private static final char SEPARATOR = '\n';

  PriceView.Page page(List<PriceVersion> inForce) {
    String after = Cursor.decode(cursor);
    List<PriceVersion> found =
        inForce.stream()
            .filter(this::matches)
            .filter(version -> position(version).compareTo(after) > 0)
            .sorted(Comparator.comparing(PriceListing::position))
            .limit(limit + 1L)
            .toList();
    Slice<PriceVersion> page = Slice.of(found, limit);
    return new PriceView.Page(
        page.items().stream().map(PriceView::of).toList(),
        page.last().map(last -> Cursor.encode(position(last))).orElse(null));
  }

  private boolean matches(PriceVersion version) {
    return orgIds.contains(version.orgId())
        && (provider.isEmpty() || provider.equals(version.provider()))
        && version.modelName().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  private static String position(PriceVersion version) {
    return version.provider() + SEPARATOR + version.modelName() + SEPARATOR + version.orgId();
  }
}
