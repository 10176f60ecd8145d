package io.tokenledger.ingest.intake.http;

import io.smallrye.common.annotation.Blocking;
import io.tokenledger.ingest.intake.EventDays;
import io.tokenledger.ingest.intake.KafkaEventSender;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.http.Problem;
import io.tokenledger.service.trace.TraceParent;
import io.tokenledger.service.worker.OnWorker;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The HTTP intake: the same contract and checks as the topic, answered per event. */
@Path("/v1/events")
@Tag(name = "Events")
public class EventsResource {

  private final IntakeBodies bodies;
  private final EventsBody submitted;
  private final EventDays days;
  private final KafkaEventSender producer;

  EventsResource(
      IntakeBodies bodies, EventsBody submitted, EventDays days, KafkaEventSender producer) {
    this.bodies = bodies;
    this.submitted = submitted;
    this.days = days;
    this.producer = producer;
  }

  /**
   * A body may be megabytes of JSON: it is read on a worker, not on the event loop, and not before
   * its sender has a share. The worker waits for Kafka, too: the answer of a Uni would be written
   * by another one, from under which the end of the Uni's last step can take the request's scope
   * (github.com/quarkusio/quarkus/issues/51230).
   */
  @POST
  @Blocking
  @Consumes(MediaType.WILDCARD)
  @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
  @RolesAllowed({Caller.SUPERADMIN, Caller.EVENTS_WRITE, Caller.EVENTS_WRITE_ANY})
  @Operation(summary = "Take in one usage event, or up to 1,000")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(type = SchemaType.OBJECT)),
        @Content(mediaType = EventsForm.NDJSON_TYPE, schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = EventsForm.CLOUD_EVENT_TYPE,
            schema = @Schema(type = SchemaType.OBJECT)),
        @Content(
            mediaType = EventsForm.CLOUD_EVENTS_TYPE,
            schema = @Schema(type = SchemaType.ARRAY))
      })
  @APIResponseSchema(value = EventAnswer.class, responseCode = "202")
  public RestResponse<EventAnswer> submit(
      InputStream body,
      @Context HttpHeaders headers,
      @HeaderParam(TraceParent.HEADER)
          @Parameter(description = "W3C Trace Context; kept with each event.")
          String traceparent) {
    EventsForm form = EventsForm.of(headers.getMediaType());
    try (IntakeBody read = bodies.read(body, headers)) {
      EventsBody.Checked checked = submitted.check(read.bytes(), form, headers);
      read.charge(checked.valid());
      days.requireFor(checked.valid());
      return take(checked, TraceParent.parse(traceparent));
    }
  }

  private RestResponse<EventAnswer> take(EventsBody.Checked checked, Optional<TraceParent> parent) {
    OnWorker.await(producer.send(checked.valid(), parent));
    return RestResponse.ResponseBuilder.create(
            checked.valid().isEmpty()
                ? RestResponse.Status.BAD_REQUEST
                : RestResponse.Status.ACCEPTED,
            new EventAnswer(checked.valid().size(), checked.rejected()))
        .header(HttpHeaders.ACCEPT_ENCODING, ContentCoding.ACCEPTED)
        .build();
  }
}
