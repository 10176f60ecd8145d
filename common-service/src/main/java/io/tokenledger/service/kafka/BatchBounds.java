package io.tokenledger.service.kafka;

/**
 * What a lane takes on at once, at most: what one producer sends must not decide how much memory
 * and time a batch of all producers takes.
 *
 * @param records messages of a batch, at least 1
 * @param bytes of keys, values and headers, unpacked; one message may exceed it alone
 */
public record BatchBounds(int records, long bytes) {}
