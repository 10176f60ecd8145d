package io.tokenledger.ingest;

import io.tokenledger.events.SourcePosition;
import java.time.Instant;
import java.util.Map;

/**
 * One message of {@code usage.events} as it came.
 *
 * @param value null for a message without one
 * @param headers as text; of headers with the same name the last
 * @param sentAt the message's own timestamp
 */
public record UsageMessage(
    SourcePosition position, byte[] value, Map<String, String> headers, Instant sentAt) {}
