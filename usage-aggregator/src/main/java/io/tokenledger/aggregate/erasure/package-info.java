/**
 * Rollups of before an erasure get the pseudonym, in chunks (ADR 9).
 *
 * <p>Owns: when the chunks run; what one does is a function of the schema. Does not own: what is
 * counted after the erasure, which the flow counts under the pseudonym. May know: nobody.
 */
package io.tokenledger.aggregate.erasure;
