package io.tokenledger.events;

import java.util.UUID;

/**
 * The cost of an event that was counted before has changed. The message that carries it has no
 * requests, tokens and cost of its own, so that a reader that does not know it counts nothing.
 *
 * @param sequence numbers an org's adjustments from 1, without gaps. A message may come again; the
 *     next one to count is the one after the last that was counted, and no other
 * @param runId the repricing that changed it
 * @param costNanosDelta the new cost less the old one, in nano-dollars
 * @param unpricedRequestsDelta requests that have no price now, less those that had none
 */
public record CostAdjustment(
    long sequence, UUID runId, long costNanosDelta, long unpricedRequestsDelta) {}
