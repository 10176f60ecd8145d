/**
 * Usage by conversation, for an org and for whoever took part.
 *
 * <p>Owns: those reports. Does not own: the calls of a conversation, which are {@code log}'s. May
 * know: {@code access}, {@code sums}, {@code log} and the two kits.
 */
package io.tokenledger.query.conversations;
