package io.tokenledger.prices.sync.http;

import io.tokenledger.prices.http.PriceSchemas;
import io.tokenledger.prices.http.PriceView;
import io.tokenledger.prices.sync.QuarantinedPrice;
import io.tokenledger.service.http.Slice;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A price that was set aside.
 *
 * @param runId the run that found it
 * @param baseVersion the price version it would replace; null for a model that the book does not
 *     have
 * @param from that version's rates, as in the API of prices; empty where there is none
 * @param to the rates the list says
 * @param reason why it waits: the rule, and what breaks it; empty for what older versions set aside
 * @param status {@code pending}, {@code approved}, {@code rejected} or {@code superseded}
 * @param decidedBy user id; null while nobody decided, as the three after it
 * @param priceVersion the version an approval recorded
 */
record QuarantinedAnswer(
    long id,
    long runId,
    String source,
    String provider,
    String modelName,
    @Schema(nullable = true) String baseVersion,
    @Schema(implementation = PriceSchemas.Rates.class) Map<String, Object> from,
    @Schema(implementation = PriceSchemas.Rates.class) Map<String, Object> to,
    String reason,
    String status,
    String proposedAt,
    @Schema(nullable = true) String decidedBy,
    @Schema(nullable = true) String decidedAt,
    @Schema(nullable = true) String note,
    @Schema(nullable = true) String priceVersion) {

  static QuarantinedAnswer of(QuarantinedPrice move) {
    QuarantinedPrice.Decision decision = move.decision().orElse(null);
    boolean isDecided = decision != null;
    return new QuarantinedAnswer(
        move.id(),
        move.runId(),
        move.source(),
        move.provider(),
        move.modelName(),
        move.baseVersion().isEmpty() ? null : move.baseVersion(),
        move.from().map(PriceView::toMap).orElse(Map.of()),
        PriceView.toMap(move.to()),
        move.reason(),
        move.status().code(),
        move.proposedAt().toString(),
        isDecided ? decision.by() : null,
        isDecided ? decision.at().toString() : null,
        isDecided ? decision.note() : null,
        isDecided && !decision.priceVersion().isEmpty() ? decision.priceVersion() : null);
  }

  /**
   * @param nextCursor of the page after this one; null on the last
   */
  record Page(List<QuarantinedAnswer> moves, @Schema(nullable = true) String nextCursor) {

    static Page of(List<QuarantinedPrice> found, int limit) {
      Slice<QuarantinedPrice> page = Slice.of(found, limit);
      return new Page(
          page.items().stream().map(QuarantinedAnswer::of).toList(),
          page.last().map(last -> Long.toString(last.id())).orElse(null));
    }
  }
}
