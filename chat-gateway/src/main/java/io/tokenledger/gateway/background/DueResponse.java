package io.tokenledger.gateway.background;

import java.util.Optional;

/**
 * A response that something is to be done for.
 *
 * @param responseId as the provider names it
 * @param event how it ended, where that is known and not sent; else the provider is to be asked
 * @param looks how often it was
 * @param expired whether it is to be given up
 */
record DueResponse(
    PendingResponse pending,
    String responseId,
    Optional<byte[]> event,
    int looks,
    boolean expired) {}
