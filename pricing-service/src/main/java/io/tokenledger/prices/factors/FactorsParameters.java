package io.tokenledger.prices.factors;

import io.tokenledger.pricing.PriceFactor;
import io.tokenledger.service.http.Cursor;
import io.tokenledger.service.http.Input;
import io.tokenledger.service.http.Slice;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a listing of factors can be asked with. */
public class FactorsParameters {

  private static final int MAX_LIMIT = 1_000;

  @QueryParam("at")
  @Parameter(
      description = "In force then (RFC 3339); by default now.",
      example = "2026-05-01T00:00:00Z")
  String at;

  @QueryParam("knownAt")
  @Parameter(
      description =
          "What the book said then: entries recorded later do not count. By default, all count.",
      example = "2026-06-01T00:00:00Z")
  String knownAt;

  @QueryParam("limit")
  @DefaultValue("100")
  @Parameter(description = "Factors per page at most, 1 to 1000.", example = "100")
  String limit;

  @QueryParam("cursor")
  @DefaultValue("")
  @Parameter(description = "The nextCursor of the page before, with the same other parameters.")
  String cursor;

  Instant at() {
    return Input.parameter("at", at).time(Instant.now());
  }

  Instant knownAt() {
    return Input.parameter("knownAt", knownAt).time(Instant.MAX);
  }

  /** Ordered by provider and models, whose label is the position. */
  FactorView.Page page(List<PriceFactor> inForce) {
    int most = Input.parameter("limit", limit).number(1, MAX_LIMIT);
    String after = Cursor.decode(cursor);
    List<PriceFactor> found =
        inForce.stream()
            .filter(factor -> position(factor).compareTo(after) > 0)
            .sorted(Comparator.comparing(FactorsParameters::position))
            .limit(most + 1L)
            .toList();
    Slice<PriceFactor> page = Slice.of(found, most);
    return new FactorView.Page(
        page.items().stream().map(FactorView::of).toList(),
        page.last().map(last -> Cursor.encode(position(last))).orElse(null));
  }

  private static String position(PriceFactor factor) {
    return factor.scope().label();
  }
}
