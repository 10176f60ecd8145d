/**
 * All calls of a period as CSV, NDJSON or FOCUS.
 *
 * <p>Owns: formats, the stream and its back-pressure. Does not own: the entry of a call, which is
 * {@code log}'s. May know: {@code access}, {@code sums}, {@code log} and the two kits.
 */
package io.tokenledger.query.export;
