package io.tokenledger.ingest.intake;

/**
 * An event that was checked, on its way to the topic.
 *
 * @param eventId with which the org counts it once
 * @param message JSON of at most a mebibyte, as it was sent
 */
public record ValidEvent(String orgId, String eventId, byte[] message) {}
