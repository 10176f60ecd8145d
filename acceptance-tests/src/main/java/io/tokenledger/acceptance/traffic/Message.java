package io.tokenledger.acceptance.traffic;

import java.util.Map;

/**
 * What is put on {@code usage.events}.
 *
 * @param timestampMillis the Kafka timestamp, in milliseconds since 1970
 */
record Message(byte[] value, Map<String, String> headers, long timestampMillis) {}
