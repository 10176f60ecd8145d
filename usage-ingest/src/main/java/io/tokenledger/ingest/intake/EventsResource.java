package io.tokenledger.ingest.intake;

import io.smallrye.common.annotation.Blocking;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.http.Problem;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import io.tokenledger.service.trace.TraceParent;
import io.tokenledger.service.worker.OnWorker;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

  private static final long LARGEST_BODY = 5L * 1024 * 1024;

  private final EventsBody submitted;
  private final KafkaEventSender producer;
  private final IntakeShares shares;
  private final RawDays days;
  private final Caller caller;

  EventsResource(
      EventsBody submitted,
      KafkaEventSender producer,
      IntakeShares shares,
      RawDays days,
      Caller caller) {
    this.submitted = submitted;
    this.producer = producer;
    this.shares = shares;
    this.days = days;
    this.caller = caller;
  }

  /**
   * A body may be megabytes of JSON: it is read on a worker, not on the event loop, and not before
   * its sender has a share. The worker waits for Kafka, too: the answer of a Uni would be written
   * by another one, from under which the end of the Uni's last step can take the request's scope
   * (github.com/quarkusio/quarkus/issues/51230).
   */
  @POST
  @Blocking
  @Consumes({MediaType.APPLICATION_JSON, "application/cloudevents+json"})
  @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
  @RolesAllowed({Caller.SUPERADMIN, Caller.EVENTS_WRITE, Caller.EVENTS_WRITE_ANY})
  @Operation(summary = "Take in one usage event, or an array of up to 1,000")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponseSchema(value = EventAnswer.class, responseCode = "202")
  public RestResponse<EventAnswer> submit(
      InputStream body,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Parameter(hidden = true) Long length,
      @HeaderParam(TraceParent.HEADER)
          @Parameter(description = "W3C Trace Context; kept with each event.")
          String traceparent) {
    long bytes = length == null ? LARGEST_BODY : Math.min(length, LARGEST_BODY);
    IntakeShares.Share share = shares.take(sender(), bytes);
    try {
      return take(body, share, TraceParent.parse(traceparent));
    } finally {
      share.giveBack();
    }
  }

  private RestResponse<EventAnswer> take(
      InputStream body, IntakeShares.Share share, Optional<TraceParent> parent) {
    EventsBody.Checked checked = submitted.check(bytesOf(body));
    share.charge(checked.units());
    if (!days.prepare(checked.days())) {
      throw new RefusedException(
          Reason.ORG_BUSY, "Tables for the days of these events are being made: send them again.");
    }
    OnWorker.await(producer.send(checked.valid(), parent));
    return RestResponse.status(
        checked.valid().isEmpty() ? RestResponse.Status.BAD_REQUEST : RestResponse.Status.ACCEPTED,
        new EventAnswer(checked.valid().size(), checked.rejected()));
  }

  /** The org of an API token; otherwise the user, who may write for several orgs. */
  private String sender() {
    return caller
        .apiToken()
        .map(token -> "org " + token.orgId())
        .orElseGet(() -> "user " + caller.userId());
  }

  private static byte[] bytesOf(InputStream body) {
    try {
      return body == null ? new byte[0] : body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
