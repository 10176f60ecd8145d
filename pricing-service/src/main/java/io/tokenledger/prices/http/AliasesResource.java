package io.tokenledger.prices.http;

import static java.util.Comparator.comparing;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tokenledger.events.ModelName;
import io.tokenledger.prices.AliasDraft;
import io.tokenledger.prices.PriceBookService;
import io.tokenledger.pricing.ModelAlias;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Input;
import io.tokenledger.service.http.Problem;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Names that events use for models, such as the name of an Azure deployment; and for providers, as
 * the alias {@code *} of such a name.
 */
@Path("/v1/aliases")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Authenticated
@Tag(name = "Aliases")
class AliasesResource {

  private static final String ALIAS = "/{provider}/{alias:.+}";

  private final PriceBookService prices;
  private final PriceAccess access;

  AliasesResource(PriceBookService prices, PriceAccess access) {
    this.prices = prices;
    this.access = access;
  }

  @GET
  @Operation(summary = "The aliases in force: everyone's, and with orgId that org's as well")
  public Uni<AliasView.Aliases> list(@BeanParam PriceMoment moment) {
    Instant at = moment.atOrNow();
    Instant knownAt = moment.knownAtOrEver();
    return access.toSee(moment.orgId).map(org -> inForce(org, at, knownAt));
  }

  @PUT
  @Path(ALIAS)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Says which model a name is, from a moment on",
      description =
          "The alias * is of every model that the provider has no price of: each is the target"
              + " provider's model of the same name, so that the name of a provider becomes an"
              + " alias of another.")
  @RequestBodySchema(AliasBody.class)
  @ResponseStatus(201)
  @APIResponseSchema(value = AliasView.class, responseCode = "201")
  public Uni<AliasView> set(@RestPath String provider, @RestPath String alias, byte[] body) {
    ModelName name = alias(provider, alias);
    AliasBody change = AliasBody.fromBody(body, name);
    String userId = access.userId();
    return access
        .toSet(change.orgId())
        .invoke(() -> change.requireUseful(name, prices.book()))
        .chain(() -> prices.record(change.toDraft(name, userId)))
        .map(AliasView::of);
  }

  @DELETE
  @Path(ALIAS)
  @Operation(summary = "Ends an alias, now or at a given time")
  public Uni<AliasView> end(
      @RestPath String provider,
      @RestPath String alias,
      @RestQuery @Parameter(description = "Whose alias; without it, everyone's.") String orgId,
      @RestQuery @Parameter(description = "When it ends (RFC 3339); by default now.") String at,
      @RestQuery @Parameter(description = "Why, up to 500 characters.") String note) {
    AliasDraft ending = ending(alias(provider, alias), orgId, at, note);
    return access
        .toSet(ending.orgId())
        .invoke(() -> requireInForce(ending))
        .chain(() -> prices.record(ending))
        .map(AliasView::of);
  }

  private AliasView.Aliases inForce(String org, Instant at, Instant knownAt) {
    List<String> owners = org.isEmpty() ? List.of("") : List.of("", org);
    return new AliasView.Aliases(
        prices.book().aliasesInForce(at, knownAt).stream()
            .filter(alias -> owners.contains(alias.orgId()))
            .sorted(
                comparing(ModelAlias::provider)
                    .thenComparing(ModelAlias::alias)
                    .thenComparing(ModelAlias::orgId))
            .map(AliasView::of)
            .toList());
  }

  private AliasDraft ending(ModelName name, String orgId, String at, String note) {
    return new AliasDraft(
        Input.parameter("orgId", orgId).orgId(),
        name.provider(),
        name.name(),
        Input.parameter("at", at).time(Instant.now()),
        access.userId(),
        Note.of(Input.parameter("note", note)),
        Optional.empty());
  }

  private void requireInForce(AliasDraft ending) {
    boolean found =
        prices.book().aliasesInForce(ending.effectiveFrom(), Instant.MAX).stream()
            .anyMatch(
                alias ->
                    alias.orgId().equals(ending.orgId())
                        && alias.provider().equals(ending.provider())
                        && alias.alias().equals(ending.alias()));
    if (!found) {
      throw ApiException.notFound("There is no alias '" + ending.alias() + "' at that time.");
    }
  }

  private static ModelName alias(String provider, String alias) {
    return new ModelName(
        Input.parameter("provider", provider).provider(),
        Input.parameter("alias", alias).modelName());
  }
}
