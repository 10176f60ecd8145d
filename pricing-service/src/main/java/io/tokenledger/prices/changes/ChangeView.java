package io.tokenledger.prices.changes;

import io.tokenledger.prices.http.AliasView;
import io.tokenledger.prices.http.PriceSchemas;
import io.tokenledger.service.http.Slice;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One change of the book: who, when, why, and what.
 *
 * @param kind {@code price}, {@code alias} or {@code factor}
 * @param orgId empty for everyone's
 * @param modelName of an alias, the alias; of a factor, its models, empty for all of the provider
 * @param recordedBy user id, or the name of the list
 * @param note why; may be empty
 * @param rates of a price; null where it ends
 * @param target of an alias; null where it ends
 * @param factor of a factor, decimal text; null where it ends
 */
record ChangeView(
    String kind,
    String id,
    long bookVersion,
    String orgId,
    String provider,
    String modelName,
    String effectiveFrom,
    String recordedAt,
    String recordedBy,
    String source,
    String note,
    @Schema(implementation = PriceSchemas.Rates.class, nullable = true) Map<String, Object> rates,
    @Schema(nullable = true) AliasView.Target target,
    @Schema(nullable = true) String factor) {

  /**
   * @param nextCursor of the page after this one; null on the last
   */
  record Page(List<ChangeView> changes, @Schema(nullable = true) String nextCursor) {

    static Page of(List<ChangeView> found, int limit) {
      Slice<ChangeView> page = Slice.of(found, limit);
      return new Page(
          page.items(), page.last().map(last -> Long.toString(last.bookVersion())).orElse(null));
    }
  }
}
