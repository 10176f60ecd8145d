package io.tokenledger.prices.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.tokenledger.prices.PriceBookService;
import io.tokenledger.pricing.BillableUsage;
import io.tokenledger.pricing.CostCalculator;
import io.tokenledger.pricing.PriceBook;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a call would cost, or did. */
@Path("/v1/resolve")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Resolve")
class ResolveResource {

  private static final int MAX_ITEMS = 1_000;

  private final PriceBookService prices;
  private final PriceAccess access;

  ResolveResource(PriceBookService prices, PriceAccess access) {
    this.prices = prices;
    this.access = access;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The cost of up to 1,000 usages, in the order asked",
      description =
          "Body: [{provider, modelName, orgId?, occurredAt?, usage, serviceTier?}] or one such"
              + " object; usage has the token fields of the usage event, units and requestCount.")
  List<ResolvedCost> resolve(byte[] body) {
    PriceBook book = prices.book();
    return usages(JsonBody.parse(body)).stream()
        .map(usage -> ResolvedCost.of(CostCalculator.costOf(book, usage)))
        .toList();
  }

  private List<BillableUsage> usages(JsonNode body) {
    if (!body.isArray() && !body.isObject()) {
      throw JsonBody.invalid("The body must be an array of usages.");
    }
    if (body.isArray() && body.size() > MAX_ITEMS) {
      throw JsonBody.invalid("The body must not have more than " + MAX_ITEMS + " items.");
    }
    Instant now = Instant.now();
    List<BillableUsage> usages = new ArrayList<>();
    for (JsonNode item : body.isArray() ? body : List.of(body)) {
      BillableUsage usage = new ResolveItem(usages.size(), item).toUsage(now);
      access.requireToSee(usage.orgId());
      usages.add(usage);
    }
    return usages;
  }
}
