/**
 * From the bytes of a message to a checked usage event.
 *
 * <p>Owns: JSON from outside and its bounds, CloudEvents, the fields and their rules, the hash that
 * tells a retry from a conflict. Does not own: the usage blocks of providers ({@code provider}).
 * May know: the contract's types in the package above, and {@code provider}.
 */
package io.tokenledger.events.decode;
