package io.tokenledger.prices.http;

import io.tokenledger.prices.PriceBookService;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.json.PriceBookJson;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.http.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The whole book, for those who price by themselves. */
@Path("/v1/price-book")
@Tag(name = "Price book")
class PriceBookResource {

  private final PriceBookService prices;

  /** Written once per version of the book. */
  private volatile Document document = new Document(null, new byte[0]);

  PriceBookResource(PriceBookService prices) {
    this.prices = prices;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
  @RolesAllowed({Caller.SUPERADMIN, PriceAccess.PRICES_READ})
  @Operation(
      summary = "Every price version, alias and factor, those of all orgs included, at one version")
  @Parameter(
      name = HttpHeaders.IF_NONE_MATCH,
      in = ParameterIn.HEADER,
      description = "The ETag of the book one has.",
      schema = @Schema(type = SchemaType.STRING),
      example = "\"9b2f1c1e-6f0e-4d52-8a53-0c5d6f1e7a10-4712\"")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT)))
  public Response priceBook(@Context Request request) {
    PriceBook book = prices.book();
    EntityTag version = new EntityTag(book.line() + "-" + book.version());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(version);
    return unchanged != null
        ? unchanged.tag(version).build()
        : Response.ok(json(book), MediaType.APPLICATION_JSON).tag(version).build();
  }

  private byte[] json(PriceBook book) {
    Document known = document;
    return known.book() == book ? known.json() : written(book);
  }

  /** One at a time: writing a large book takes thrice its size, and many may ask for it at once. */
  private synchronized byte[] written(PriceBook book) {
    if (document.book() != book) {
      document = new Document(book, PriceBookJson.encode(book));
    }
    return document.json();
  }

  private record Document(PriceBook book, byte[] json) {}
}
