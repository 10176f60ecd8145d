package io.tokenledger.journal;

/**
 * What was appended.
 *
 * @param position of its first byte
 * @param next the position after it: what to acknowledge when it and all before it are done with
 * @param type the writer's own
 */
public record JournalRecord(long position, long next, byte type, byte[] payload) {}
