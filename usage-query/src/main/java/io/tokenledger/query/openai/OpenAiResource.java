package io.tokenledger.query.openai;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.CallerAccess;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Answers as OpenAI's usage API does, for what is built on that: of every provider, and of calls of
 * every feature. The org is the one that the caller's token is for.
 */
@Path("/v1/organization")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OpenAI-compatible")
class OpenAiResource {

  private final BucketReads reads;
  private final CallerAccess access;
  private final Clock clock = Clock.systemUTC();

  OpenAiResource(BucketReads reads, CallerAccess access) {
    this.reads = reads;
    this.access = access;
  }

  @GET
  @Path("/usage/completions")
  @Authenticated
  @Operation(summary = "Tokens and requests by bucket of time")
  public Uni<OpenAiPage<OpenAiUsage>> usage(@BeanParam OpenAiUsageParameters parameters) {
    return access.everywhere().map(parameters::oneOrg).chain(scope -> usage(scope, parameters));
  }

  @GET
  @Path("/costs")
  @Authenticated
  @Operation(summary = "Cost by day")
  public Uni<OpenAiPage<OpenAiCost>> costs(@BeanParam OpenAiCostsParameters parameters) {
    return access.everywhere().map(parameters::oneOrg).chain(scope -> costs(scope, parameters));
  }

  private Uni<OpenAiPage<OpenAiUsage>> usage(AccessScope scope, OpenAiUsageParameters parameters) {
    OpenAiBuckets buckets = parameters.buckets(scope.soleOrg(), clock);
    return reads
        .byBucket(scope, parameters.toQuery(buckets))
        .map(used -> OpenAiPage.of(scope.soleOrg(), buckets, used, OpenAiUsage::of));
  }

  private Uni<OpenAiPage<OpenAiCost>> costs(AccessScope scope, OpenAiCostsParameters parameters) {
    OpenAiBuckets buckets = parameters.buckets(scope.soleOrg(), clock);
    return reads
        .byBucket(scope, parameters.toQuery(buckets))
        .map(used -> OpenAiPage.of(scope.soleOrg(), buckets, used, OpenAiCost::of));
  }
}
