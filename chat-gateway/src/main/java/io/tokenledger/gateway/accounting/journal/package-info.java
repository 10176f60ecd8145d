/**
 * The journal of calls: what its records are, and which of them are still needed.
 *
 * <p>Owns: the records, what a start makes of those that an earlier process left. Does not own:
 * what is in an event, and the sending. May know: no other subject.
 */
package io.tokenledger.gateway.accounting.journal;
