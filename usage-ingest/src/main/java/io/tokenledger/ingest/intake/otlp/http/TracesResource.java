package io.tokenledger.ingest.intake.otlp.http;

import io.smallrye.common.annotation.Blocking;
import io.tokenledger.service.access.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where exporters of OpenTelemetry send spans: OTLP over HTTP. */
@Path("/v1/traces")
@Tag(name = "OpenTelemetry")
@RolesAllowed({Caller.SUPERADMIN, Caller.EVENTS_WRITE, Caller.EVENTS_WRITE_ANY})
public class TracesResource {

  private final TraceExports exports;

  TracesResource(TraceExports exports) {
    this.exports = exports;
  }

  /** On a worker, as for events: a body may be megabytes. */
  @POST
  @Blocking
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Take in the spans of an OpenTelemetry exporter")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(type = SchemaType.OBJECT)),
        @Content(
            mediaType = ExportEncoding.PROTOBUF_TYPE,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(type = SchemaType.OBJECT)),
        @Content(
            mediaType = ExportEncoding.PROTOBUF_TYPE,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response export(InputStream body, @Context HttpHeaders headers) {
    return exports.take(body, headers);
  }

  /** As OpenRouter may be told to send them. */
  @PUT
  @Blocking
  @Consumes(MediaType.WILDCARD)
  @Operation(hidden = true)
  public Response put(InputStream body, @Context HttpHeaders headers) {
    return exports.take(body, headers);
  }
}
