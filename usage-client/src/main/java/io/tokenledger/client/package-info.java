/**
 * Sends the usage of a Java program to Tokenledger, and can never hurt it: recording takes
 * microseconds, never blocks and never throws, memory and disk have bounds, and what is lost at a
 * bound is counted and told.
 *
 * <p>An event goes from {@link io.tokenledger.client.UsageTracker#record} into an outbox (a journal
 * on disk, or memory), from there in batches to {@code POST /v1/events}, and is taken out of the
 * outbox when the ledger has answered. It may be sent twice, never be counted twice: the ledger
 * knows its id.
 *
 * <p>The public types of this package are the API. The packages below it are not.
 */
package io.tokenledger.client;
