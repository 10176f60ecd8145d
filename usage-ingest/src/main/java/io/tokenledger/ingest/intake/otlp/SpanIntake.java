package io.tokenledger.ingest.intake.otlp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.ingest.intake.ValidEvent;
import io.tokenledger.ingest.intake.otlp.export.ExportedSpan;
import io.tokenledger.ingest.intake.otlp.export.Names;
import io.tokenledger.ingest.intake.otlp.export.TraceExport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** From spans to events that pass the checks of every event. Pure. */
public final class SpanIntake {

  private static final String WHAT_IS_MISSING =
      "carries tokens, and nothing that says of what:"
          + " gen_ai.operation.name must be chat or the like";

  private final UsageEventDecoder decoder = new UsageEventDecoder();
  private final Set<String> gatewayHosts;

  /**
   * @param gatewayHosts calls of these hosts are counted by the gateway
   */
  public SpanIntake(Set<String> gatewayHosts) {
    this.gatewayHosts = Set.copyOf(gatewayHosts);
  }

  /**
   * @param orgId whose usage it is
   */
  public CountedSpans count(TraceExport export, String orgId, Instant now) {
    CountedSpans counted = new CountedSpans();
    counted.pass(SpanRole.UNRELATED, export.unrelated());
    DoubleCalls doubles = new DoubleCalls(export.spans());
    for (ExportedSpan span : export.spans()) {
      SpanRole role = SpanRole.of(span);
      if (role.counts() && doubles.contains(span)) {
        counted.pass(SpanRole.AGGREGATE, 1);
      } else if (role.counts() && isOfGateway(span)) {
        counted.pass(SpanRole.GATEWAY, 1);
      } else if (role == SpanRole.UNKNOWN) {
        counted.reject(span, WHAT_IS_MISSING);
      } else if (role.counts()) {
        count(span, role, orgId, now, counted);
      } else {
        counted.pass(role, 1);
      }
    }
    return counted;
  }

  private boolean isOfGateway(ExportedSpan span) {
    return gatewayHosts.contains(span.attributes().text(Names.SERVER_ADDRESS));
  }

  private void count(
      ExportedSpan span, SpanRole role, String orgId, Instant now, CountedSpans counted) {
    try {
      ObjectNode event = SpanEvent.of(SpelledOut.of(span), role, orgId);
      UsageEvent decoded = decoder.decode(event, Map.of(), now, now);
      byte[] message = event.toString().getBytes(StandardCharsets.UTF_8);
      counted.count(ValidEvent.of(decoded, message));
    } catch (InvalidEventException e) {
      counted.reject(span, e.getMessage());
    }
  }
}
