/**
 * What stands on {@code usage.recorded}: recorded usage and changes of it, and their JSON.
 *
 * <p>Owns: the messages and their codec, which older readers must understand. Does not own: what is
 * counted of them. May know: the contract's types in the package above, and how {@code decode}
 * reads JSON.
 */
package io.tokenledger.events.recorded;
