/**
 * Usage by tag, and the values of a tag.
 *
 * <p>Owns: those reports. Does not own: tags of single calls, which are in {@code log}. May know:
 * {@code access}, {@code sums}, {@code log} and the two kits.
 */
package io.tokenledger.query.tags;
