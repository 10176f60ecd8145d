package io.tokenledger.ingest.intake.otlp.http;

import io.smallrye.common.annotation.Blocking;
import io.tokenledger.service.access.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the SDKs of Langfuse send their spans, once their base URL is the ledger's. */
@Path("/api/public/otel/v1/traces")
@RolesAllowed({Caller.SUPERADMIN, Caller.EVENTS_WRITE, Caller.EVENTS_WRITE_ANY})
public class LangfuseResource {

  private final TraceExports exports;

  LangfuseResource(TraceExports exports) {
    this.exports = exports;
  }

  @POST
  @Blocking
  @Consumes(MediaType.WILDCARD)
  @Operation(hidden = true)
  public Response export(InputStream body, @Context HttpHeaders headers) {
    return exports.take(body, headers);
  }
}
