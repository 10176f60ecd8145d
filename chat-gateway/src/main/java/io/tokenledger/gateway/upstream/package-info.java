/**
 * The servers that calls go to: their configuration, which of them takes a call, their connections.
 *
 * <p>Owns: names, keys and pools of upstreams. Does not own: what is written to them, which is of
 * the pump and of {@code request}. May know: {@code request}, for the API of a call.
 */
package io.tokenledger.gateway.upstream;
