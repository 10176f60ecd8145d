package io.tokenledger.query.export;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Multi;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.currency.ExchangeRate;
import io.tokenledger.query.currency.http.AskedRates;
import io.tokenledger.query.http.AnswersNotStored;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.UsageQuery;
import io.tokenledger.service.access.OrgPermission;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;

/** Usage on its way out, in a stream: the client takes it at its own pace (contracts §3). */
@Path("/orgs/{orgId}/analytics/export")
@Tag(name = "Analytics")
class ExportResource {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final ExportReads reads;
  private final CallerAccess access;
  private final EventLines lines;
  private final AskedRates rates;
  private final Clock clock = Clock.systemUTC();

  ExportResource(ExportReads reads, CallerAccess access, EventLines lines, AskedRates rates) {
    this.reads = reads;
    this.access = access;
    this.lines = lines;
    this.rates = rates;
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
      @RestPath @Parameter(description = "The org whose usage is exported.") String orgId,
      @BeanParam ExportParameters parameters) {
    ExportFormat format = parameters.format();
    UsageQuery query = parameters.toQuery(clock);
    DateRange range = query.range();
    AccessScope scope = access.granted();
    Multi<byte[]> content =
        rates
            .of(parameters.currency, parameters.to)
            .onItem()
            .transformToMulti(rate -> content(scope, format, query, rate));
    if (parameters.withByteOrderMark()) {
      content = headed(BYTE_ORDER_MARK, content);
    }
    return RestMulti.fromMultiData(content)
        .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
        .header(HttpHeaders.CACHE_CONTROL, AnswersNotStored.NO_STORE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s\""
                .formatted(format.fileName().formatted(orgId, range.from(), range.to())))
        .build();
  }

  private Multi<byte[]> content(
      AccessScope scope, ExportFormat format, UsageQuery query, Optional<ExchangeRate> rate) {
    return switch (format) {
      case CSV -> csv(lines.csv(rate), reads.events(scope, query));
      case NDJSON -> headed(new byte[0], ndjson(scope, query, rate));
      case FOCUS -> csv(new FocusLines(query.range(), rate).lines(), reads.days(scope, query));
    };
  }

  private Multi<byte[]> ndjson(AccessScope scope, UsageQuery query, Optional<ExchangeRate> rate) {
    return reads.events(scope, query).map(page -> lines.ndjson(page, rate));
  }

  private static <R> Multi<byte[]> csv(CsvLines<R> lines, Multi<List<R>> pages) {
    return headed(lines.header(), pages.map(lines::of));
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
