package io.tokenledger.ingest;

import io.tokenledger.events.SourcePosition;
import java.time.Instant;
import java.util.Map;

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
    Instant sentAt) {}
