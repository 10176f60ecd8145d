package io.tokenledger.ingest.intake.litellm;

import io.smallrye.common.annotation.Blocking;
import io.tokenledger.ingest.intake.http.IntakeBodies;
import io.tokenledger.ingest.intake.http.IntakeBody;
import io.tokenledger.ingest.intake.journal.IntakeJournal;
import io.tokenledger.ingest.intake.journal.NotKeptException;
import io.tokenledger.service.access.ApiTokenGrant;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Problem;
import io.tokenledger.service.http.ProblemCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What LiteLLM's callback {@code generic_api} sends. It forgets what it sent whatever the answer
 * is: so the answer comes when the calls are on the disk, also while Kafka is away, and no element
 * of a batch is in the way of another.
 */
@Path("/v1/intake/litellm")
@Tag(name = "Events")
class LiteLlmResource {

  private final IntakeBodies bodies;
  private final IntakeJournal journal;
  private final LiteLlmMetrics metrics;
  private final Caller caller;
  private final Clock clock = Clock.systemUTC();

  LiteLlmResource(
      IntakeBodies bodies, IntakeJournal journal, LiteLlmMetrics metrics, Caller caller) {
    this.bodies = bodies;
    this.journal = journal;
    this.metrics = metrics;
    this.caller = caller;
  }

  @POST
  @Blocking
  @Consumes(MediaType.WILDCARD)
  @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
  @RolesAllowed(Caller.EVENTS_WRITE)
  @Operation(summary = "Take in calls as LiteLLM's callback generic_api tells of them")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponseSchema(value = LiteLlmAnswer.class, responseCode = "200")
  public RestResponse<LiteLlmAnswer> take(InputStream body, @Context HttpHeaders headers) {
    String orgId = orgOfToken();
    try (IntakeBody read = bodies.read(body, headers)) {
      Tally tally = PayloadCheck.of(read.bytes(), orgId, clock.instant());
      requireElements(tally);
      read.charge(tally.events());
      keep(tally);
      metrics.count(tally);
      return RestResponse.status(
          tally.isWithoutSense() ? RestResponse.Status.BAD_REQUEST : RestResponse.Status.OK,
          tally.toAnswer());
    }
  }

  private String orgOfToken() {
    return caller
        .apiToken()
        .map(ApiTokenGrant::orgId)
        .orElseThrow(
            () ->
                new ApiException(
                    ProblemCode.FORBIDDEN,
                    "An API token with the scope events:write is needed: it names the org."));
  }

  private static void requireElements(Tally tally) {
    if (tally.isEmpty()) {
      throw new ApiException(
          ProblemCode.INVALID_BODY,
          "The body must hold at least one StandardLoggingPayload: alone, in an array, or a line.");
    }
  }

  private void keep(Tally tally) {
    try {
      journal.keep(tally.events());
    } catch (NotKeptException e) {
      throw new ApiException(ProblemCode.UNAVAILABLE, e.getMessage());
    }
  }
}
