package io.tokenledger.ingest.intake.otlp.http;

import io.tokenledger.ingest.intake.EventDays;
import io.tokenledger.ingest.intake.KafkaEventSender;
import io.tokenledger.ingest.intake.http.IntakeBodies;
import io.tokenledger.ingest.intake.http.IntakeBody;
import io.tokenledger.ingest.intake.otlp.CountedSpans;
import io.tokenledger.ingest.intake.otlp.OtlpConfig;
import io.tokenledger.ingest.intake.otlp.SpanIntake;
import io.tokenledger.ingest.intake.otlp.SpanMetrics;
import io.tokenledger.ingest.intake.otlp.export.InvalidExportException;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import io.tokenledger.service.worker.OnWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Takes exports in, and answers as exporters understand it, whichever path they came by. */
@ApplicationScoped
class TraceExports {

  private final SpanIntake intake;
  private final Clock clock = Clock.systemUTC();
  private final IntakeBodies bodies;
  private final EventDays days;
  private final KafkaEventSender producer;
  private final SpanMetrics metrics;
  private final Caller caller;

  TraceExports(
      OtlpConfig config,
      IntakeBodies bodies,
      EventDays days,
      KafkaEventSender producer,
      SpanMetrics metrics,
      Caller caller) {
    this.intake = new SpanIntake(config.gatewayHosts().orElse(Set.of()));
    this.bodies = bodies;
    this.days = days;
    this.producer = producer;
    this.metrics = metrics;
    this.caller = caller;
  }

  Response take(InputStream body, HttpHeaders headers) {
    ExportEncoding encoding = ExportEncoding.of(headers.getMediaType());
    try {
      return ExportAnswer.of(encoding, counted(encoding, body, headers));
    } catch (InvalidExportException e) {
      ProblemCode code = e.isTooLarge() ? ProblemCode.TOO_LARGE : ProblemCode.INVALID_BODY;
      return ExportAnswer.refusal(encoding, code, e.getMessage());
    } catch (ApiException e) {
      if (e.code() == ProblemCode.UNSUPPORTED_MEDIA_TYPE) {
        throw e; // With the field that says what is supported.
      }
      return ExportAnswer.refusal(encoding, e.code(), e.getMessage());
    } catch (RefusedException e) {
      ProblemCode code =
          e.reason() == Reason.ALL_BUSY ? ProblemCode.UNAVAILABLE : ProblemCode.TOO_MANY_REQUESTS;
      return ExportAnswer.refusal(encoding, code, e.getMessage());
    }
  }

  /** Answered when Kafka has acknowledged the event of each span that counts. */
  private CountedSpans counted(ExportEncoding encoding, InputStream body, HttpHeaders headers) {
    String orgId = orgId();
    try (IntakeBody read = bodies.read(body, headers)) {
      CountedSpans spans = intake.count(encoding.read(read.bytes()), orgId, clock.instant());
      read.charge(spans.events());
      days.requireFor(spans.events());
      OnWorker.await(producer.send(spans.events(), Optional.empty()));
      metrics.add(spans);
      return spans;
    }
  }

  /** Spans name no org: the token does. */
  private String orgId() {
    return caller
        .apiToken()
        .map(grant -> grant.orgId())
        .or(this::onlyOrg)
        .filter(caller::mayWriteEventsOf)
        .orElseThrow(
            () ->
                new ApiException(
                    ProblemCode.FORBIDDEN,
                    "Spans name no org, so the token must be for one: an API token with the scope"
                        + " events:write, or a JWT with events:write and one org."));
  }

  private Optional<String> onlyOrg() {
    Set<String> orgs = caller.orgRoles().map(roles -> roles.keySet()).orElse(Set.of());
    return orgs.size() == 1 ? orgs.stream().findFirst() : Optional.empty();
  }
}
