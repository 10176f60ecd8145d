package io.tokenledger.prices.http;

import io.tokenledger.service.http.Input;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a listing of prices can be asked with. */
public class PricesParameters {

  private static final int MAX_LIMIT = 1_000;

  @QueryParam("provider")
  @DefaultValue("")
  @Parameter(description = "Only this provider.", example = "openai")
  String provider;

  @QueryParam("q")
  @DefaultValue("")
  @Parameter(description = "Only models whose name contains this, in any case.", example = "gpt-4")
  String text;

  @QueryParam("limit")
  @DefaultValue("100")
  @Parameter(description = "Prices per page at most, 1 to 1000.", example = "100")
  String limit;

  @QueryParam("cursor")
  @DefaultValue("")
  @Parameter(description = "The nextCursor of the page before, with the same other parameters.")
  String cursor;

  /** Of everyone's prices, and those of {@code orgId} unless that is empty. */
  PriceListing listing(String orgId) {
    return new PriceListing(
        orgId.isEmpty() ? Set.of("") : Set.of("", orgId),
        provider.toLowerCase(Locale.ROOT),
        text,
        Input.parameter("limit", limit).number(1, MAX_LIMIT),
        cursor);
  }
}
