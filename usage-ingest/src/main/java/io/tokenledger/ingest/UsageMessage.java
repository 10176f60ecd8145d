package io.tokenledger.ingest;

import io.tokenledger.events.recorded.SourcePosition;
import io.tokenledger.service.trace.TraceParent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One message of {@code usage.events} as it came.
 *
 * @param key null for a message without one
 * @param value null for a message without one
 * @param headers as text; of headers with the same name the last
 * @param sentAt the message's own timestamp; that of its first sending if it was replayed
 */
public record UsageMessage(
    SourcePosition position,
    byte[] key,
    byte[] value,
    Map<String, String> headers,
    Instant sentAt) {

  /** As OpenTelemetry writes it on messages, or else as CloudEvents do in binary mode. */
  public Optional<TraceParent> traceParent() {
    return TraceParent.parse(
        headers.getOrDefault(TraceParent.HEADER, headers.get("ce_" + TraceParent.HEADER)));
  }
}
