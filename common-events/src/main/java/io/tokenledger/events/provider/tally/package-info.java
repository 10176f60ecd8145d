/**
 * What all normalisers of usage blocks share: a block's fields, its numbers, and the tally that
 * settles what belongs to what.
 *
 * <p>Owns: the rules that hold whoever the provider is. Does not own: where a provider writes what,
 * which is {@code provider}'s. May know: token classes and limits.
 */
package io.tokenledger.events.provider.tally;
