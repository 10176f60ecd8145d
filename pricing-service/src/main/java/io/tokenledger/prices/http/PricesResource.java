package io.tokenledger.prices.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.PriceBookService;
import io.tokenledger.prices.PriceDraft;
import io.tokenledger.prices.RecordedPrice;
import io.tokenledger.pricing.PriceBookJson;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.service.http.ApiException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Prices of models, as a person looks at and sets them. Model names may hold '/' and ':'. */
@Path("/v1/prices")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Prices")
class PricesResource {

  private static final String MODEL = "/{provider}/{modelName:.+}";

  private final PriceBookService prices;
  private final PriceAccess access;

  PricesResource(PriceBookService prices, PriceAccess access) {
    this.prices = prices;
    this.access = access;
  }

  @GET
  @Operation(summary = "The prices in force now: everyone's, and with orgId that org's as well")
  ObjectNode list(
      @QueryParam("provider") @DefaultValue("") String provider,
      @QueryParam("q") @DefaultValue("") String text,
      @QueryParam("orgId") String orgId,
      @QueryParam("limit") @DefaultValue("100") String limit,
      @QueryParam("cursor") @DefaultValue("") String cursor) {
    String org = seen(orgId);
    PriceListing listing =
        new PriceListing(
            org.isEmpty() ? Set.of("") : Set.of("", org),
            provider.toLowerCase(Locale.ROOT),
            text,
            Checked.wholeNumber("limit", limit),
            cursor);
    return listing.page(prices.book().inForce(Instant.now()));
  }

  @GET
  @Path(MODEL)
  @Operation(summary = "The version that prices a call of this model, found as for an event")
  @APIResponse(responseCode = "200", description = "The version; its modelName may be an alias")
  @APIResponse(responseCode = "404", description = "The model has no price at that time")
  ObjectNode inForce(
      @PathParam("provider") String provider,
      @PathParam("modelName") String modelName,
      @QueryParam("at") String at,
      @QueryParam("orgId") String orgId) {
    Model model = Model.of(provider, modelName);
    String org = seen(orgId);
    return prices
        .book()
        .find(org, model.provider(), model.name(), Checked.time("at", at, Instant.now()))
        .map(PriceBookJson::encodeVersion)
        .orElseThrow(model::unpriced);
  }

  @GET
  @Path(MODEL + "/history")
  @Operation(summary = "Every version of exactly this model, the last recorded first")
  Uni<ObjectNode> history(
      @PathParam("provider") String provider,
      @PathParam("modelName") String modelName,
      @QueryParam("orgId") String orgId) {
    Model model = Model.of(provider, modelName);
    return prices.history(seen(orgId), model.provider(), model.name()).map(PricesResource::toJson);
  }

  @PUT
  @Path(MODEL)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Records a new version",
      description =
          "Body: {rates, effectiveFrom?, orgId?, note?}. Prices are USD per one million tokens, per"
              + " request or per unit. A version is never changed; one with the same effectiveFrom"
              + " corrects it.")
  @APIResponse(responseCode = "201", description = "The version")
  Uni<Response> set(
      @PathParam("provider") String provider,
      @PathParam("modelName") String modelName,
      byte[] body) {
    Model model = Model.of(provider, modelName);
    PriceChange change = PriceChange.fromBody(body);
    access.requireToSet(change.orgId());
    return prices
        .record(change.toDraft(model.provider(), model.name(), access.userId()))
        .map(PriceBookJson::encodeVersion)
        .map(version -> Response.status(Response.Status.CREATED).entity(version).build());
  }

  @DELETE
  @Path(MODEL)
  @Operation(summary = "Ends the price of exactly this model, now or at a given time")
  @APIResponse(responseCode = "200", description = "The version that ends it")
  @APIResponse(responseCode = "404", description = "There is no price to end")
  Uni<ObjectNode> end(
      @PathParam("provider") String provider,
      @PathParam("modelName") String modelName,
      @QueryParam("at") String at,
      @QueryParam("orgId") String orgId) {
    Model model = Model.of(provider, modelName);
    String org = Checked.orgId("orgId", orgId);
    access.requireToSet(org);
    Instant end = Checked.time("at", at, Instant.now());
    requireInForce(org, model, end);
    return prices.record(ending(org, model, end)).map(PriceBookJson::encodeVersion);
  }

  private PriceDraft ending(String org, Model model, Instant end) {
    return new PriceDraft(
        org,
        model.provider(),
        model.name(),
        end,
        PriceDraft.MANUAL,
        access.userId(),
        "",
        Optional.empty());
  }

  private void requireInForce(String org, Model model, Instant at) {
    boolean found =
        prices
            .book()
            .find(org, model.provider(), model.name(), at)
            .filter(version -> version.orgId().equals(org) && model.isNameOf(version))
            .isPresent();
    if (!found) {
      throw model.unpriced();
    }
  }

  private String seen(String orgId) {
    String org = Checked.orgId("orgId", orgId);
    access.requireToSee(org);
    return org;
  }

  private static ObjectNode toJson(List<RecordedPrice> history) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode versions = json.putArray("versions");
    for (RecordedPrice each : history) {
      ObjectNode version = PriceBookJson.encodeVersion(each.version());
      versions.add(version.put("recordedBy", each.recordedBy()).put("note", each.note()));
    }
    return json;
  }

  private record Model(String provider, String name) {

    static Model of(String provider, String modelName) {
      return new Model(
          Checked.provider("provider", provider), Checked.modelName("modelName", modelName));
    }

    boolean isNameOf(PriceVersion version) {
      return version.modelName().equals(name);
    }

    ApiException unpriced() {
      return ApiException.notFound(
          "Model '" + name + "' of provider '" + provider + "' has no price at that time.");
    }
  }
}
