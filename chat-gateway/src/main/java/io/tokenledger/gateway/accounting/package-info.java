/**
 * Every call is accounted for: it is in the journal before it goes out, and its event leaves the
 * journal only when the broker has acknowledged it.
 *
 * <ol>
 *   <li>{@link io.tokenledger.gateway.accounting.Ledger#open} appends an OPEN record: the event
 *       that is sent if nothing else is ever known of the call. Then the call may go out.
 *   <li>{@link io.tokenledger.gateway.accounting.Ledger#close} appends a USAGE record: the event of
 *       the call, in the bytes that are sent; or VOIDED, when the provider was never reached.
 *   <li>The publisher sends what it reads in USAGE records, and acknowledges up to the first record
 *       that is still needed.
 *   <li>A start sends again what was not acknowledged, in the same bytes, so that the ledger finds
 *       duplicates; an OPEN without an end becomes its event.
 * </ol>
 *
 * <p>Owns: what an event says of a call, the journal, what happens when it is full. Does not own:
 * how an answer is read, and prices. May know: request, answer. Never holds: a prompt, an answer, a
 * secret.
 */
package io.tokenledger.gateway.accounting;
