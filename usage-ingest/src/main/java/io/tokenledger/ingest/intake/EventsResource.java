package io.tokenledger.ingest.intake;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.http.Problem;
import io.tokenledger.service.trace.TraceParent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The HTTP intake: the same contract and checks as the topic, answered per event. */
@Path("/v1/events")
@Tag(name = "Events")
public class EventsResource {

  private final EventsBody submitted;
  private final KafkaEventSender producer;

  EventsResource(EventsBody submitted, KafkaEventSender producer) {
    this.submitted = submitted;
    this.producer = producer;
  }

  /** A body may be megabytes of JSON: it is read on a worker, not on the event loop. */
  @POST
  @Blocking
  @Consumes({MediaType.APPLICATION_JSON, "application/cloudevents+json"})
  @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
  @RolesAllowed({Caller.SUPERADMIN, Caller.EVENTS_WRITE, Caller.EVENTS_WRITE_ANY})
  @Operation(
      summary = "Take in one usage event, or an array of up to 1,000",
      description = "Answered when Kafka has acknowledged every accepted event.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponseSchema(
      value = EventAnswer.class,
      responseDescription = "At least one event was accepted.",
      responseCode = "202")
  @APIResponse(
      responseCode = "400",
      description = "No event could be accepted: it says why for each, where the body is JSON.")
  @APIResponse(responseCode = "403", description = "The token is not for the org of the events.")
  @APIResponse(responseCode = "413", description = "The body is larger than 5 MiB.")
  @APIResponse(responseCode = "503", description = "Kafka did not acknowledge; send it again.")
  public Uni<RestResponse<EventAnswer>> submit(
      byte[] body,
      @HeaderParam(TraceParent.HEADER)
          @Parameter(description = "W3C Trace Context; kept with each event.")
          String traceparent) {
    EventsBody.Checked checked = submitted.check(body);
    return producer
        .send(checked.valid(), TraceParent.parse(traceparent))
        .map(
            done ->
                RestResponse.status(
                    checked.valid().isEmpty()
                        ? RestResponse.Status.BAD_REQUEST
                        : RestResponse.Status.ACCEPTED,
                    new EventAnswer(checked.valid().size(), checked.rejected())));
  }
}
