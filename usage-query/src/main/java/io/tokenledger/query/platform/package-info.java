/**
 * The whole platform, for its operators.
 *
 * <p>Owns: totals over every org. Does not own: reports of one org. May know: {@code access},
 * {@code sums} and {@code postgres}.
 */
package io.tokenledger.query.platform;
