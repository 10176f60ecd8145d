/**
 * Raw events of before an erasure get the pseudonym, in chunks (ADR 9).
 *
 * <p>Owns: when the chunks run; what one does is a function of the schema. Does not own: events
 * that come after the erasure, which the flow stores under the pseudonym. May know: nobody.
 */
package io.tokenledger.ingest.erasure;
