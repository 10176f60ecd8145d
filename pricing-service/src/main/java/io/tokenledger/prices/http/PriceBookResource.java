package io.tokenledger.prices.http;

import io.tokenledger.prices.PriceBookService;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceBookJson;
import io.tokenledger.service.access.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The whole book, for those who price by themselves. */
@Path("/v1/price-book")
@Tag(name = "Price book")
class PriceBookResource {

  private final PriceBookService prices;

  /** Written once per version of the book; a race writes the same bytes twice. */
  private volatile Document document = new Document(-1, new byte[0]);

  PriceBookResource(PriceBookService prices) {
    this.prices = prices;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Caller.SUPERADMIN, PriceAccess.PRICES_READ})
  @Operation(summary = "Every price version, contract prices included, at one version of the book")
  @APIResponse(responseCode = "200", description = "The book; its ETag is the version")
  @APIResponse(responseCode = "304", description = "If-None-Match names the current version")
  Response priceBook(@Context Request request) {
    PriceBook book = prices.book();
    EntityTag version = new EntityTag(Long.toString(book.version()));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(version);
    return unchanged != null
        ? unchanged.tag(version).build()
        : Response.ok(json(book)).tag(version).build();
  }

  private byte[] json(PriceBook book) {
    Document known = document;
    if (known.version() != book.version()) {
      known = new Document(book.version(), PriceBookJson.encode(book));
      document = known;
    }
    return known.json();
  }

  private record Document(long version, byte[] json) {}
}
