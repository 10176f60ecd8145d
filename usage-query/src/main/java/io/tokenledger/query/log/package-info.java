/**
 * The single calls of an org, page by page.
 *
 * <p>Owns: the entry of a call, its order, its cursor. Does not own: exports, which have no page.
 * May know: {@code access}, {@code sums} and the two kits.
 */
package io.tokenledger.query.log;
