package io.tokenledger.query.export;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Multi;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.analytics.UsageReads;
import io.tokenledger.query.http.AnswersNotStored;
import io.tokenledger.query.log.LogLine;
import io.tokenledger.query.sums.DailyUsage;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.UsageQuery;
import io.tokenledger.service.access.OrgPermission;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** Usage on its way out, in a stream: the client takes it at its own pace (contracts §3). */
@Path("/orgs/{orgId}/analytics/export")
@Tag(name = "Analytics")
class ExportResource {

  /** Days of a FOCUS export that are made into lines at once. */
  private static final int FOCUS_BATCH = 1_000;

  private final ExportReads reads;
  private final UsageReads usage;
  private final CallerAccess access;
  private final EventLines lines;
  private final Clock clock = Clock.systemUTC();

  ExportResource(ExportReads reads, UsageReads usage, CallerAccess access, EventLines lines) {
    this.reads = reads;
    this.usage = usage;
    this.access = access;
    this.lines = lines;
  }

  @GET
  @Produces("text/csv")
  @PermissionsAllowed(OrgPermission.Names.ANALYTICS_EXPORT)
  @Operation(summary = "Usage as a file, streamed")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(implementation = String.class))
      })
  public RestMulti<byte[]> export(
      @PathParam("orgId") @Parameter(description = "The org whose usage is exported.") String orgId,
      @BeanParam ExportParameters parameters) {
    ExportFormat format = parameters.format();
    UsageQuery query = parameters.toQuery(clock);
    DateRange range = query.range();
    return RestMulti.fromMultiData(content(access.granted(), format, query))
        .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
        .header(HttpHeaders.CACHE_CONTROL, AnswersNotStored.NO_STORE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s\""
                .formatted(format.fileName().formatted(orgId, range.from(), range.to())))
        .build();
  }

  private Multi<byte[]> content(AccessScope scope, ExportFormat format, UsageQuery query) {
    return switch (format) {
      case CSV -> headed(lines.csvHeader(), events(scope, query).map(lines::csv));
      case NDJSON -> headed(new byte[0], events(scope, query).map(lines::ndjson));
      case FOCUS -> focus(scope, query);
    };
  }

  private Multi<List<LogLine>> events(AccessScope scope, UsageQuery query) {
    return reads
        .events(scope, query)
        .onFailure(TooManyExportsException.class)
        .transform(
            tooMany ->
                new ApiException(
                    ProblemCode.UNAVAILABLE,
                    "Too many exports run at the moment; try again later."));
  }

  private Multi<byte[]> focus(AccessScope scope, UsageQuery query) {
    FocusLines focus = new FocusLines(query.range());
    Multi<List<DailyUsage>> days =
        usage
            .usageByDay(scope, query)
            .onItem()
            .transformToMulti(usage -> Multi.createFrom().iterable(usage))
            .group()
            .intoLists()
            .of(FOCUS_BATCH);
    return headed(focus.header(), days.map(focus::of));
  }

  /**
   * The header goes with the first lines and not before them, so that what fails at once is
   * answered as an error.
   */
  private static Multi<byte[]> headed(byte[] header, Multi<byte[]> body) {
    AtomicReference<byte[]> ahead = new AtomicReference<>(header);
    return body.onCompletion()
        .ifEmpty()
        .continueWith(new byte[0])
        .map(chunk -> joined(ahead.getAndSet(new byte[0]), chunk));
  }

  private static byte[] joined(byte[] some, byte[] more) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(some);
    both.writeBytes(more);
    return both.toByteArray();
  }
}
