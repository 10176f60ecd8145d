/**
 * The vocabulary of reports: ranges, filters, dimensions, sums over time.
 *
 * <p>Owns: which rollup or raw rows a sum is made of, the columns of sums, their JSON. Does not
 * own: any single report. May know: {@code access} and the two kits.
 */
package io.tokenledger.query.sums;
