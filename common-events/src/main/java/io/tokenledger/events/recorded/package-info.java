/**
 * What stands on {@code usage.recorded}: recorded usage and changes of it, as Protobuf and as the
 * JSON of earlier versions.
 *
 * <p>Owns: the messages and their codec, which older readers must understand; {@code wire} is
 * generated from {@code schema/usage-recorded.proto} and known here only. Does not own: what is
 * counted of them. May know: the contract's types in the package above, and how {@code decode}
 * reads JSON.
 */
package io.tokenledger.events.recorded;
