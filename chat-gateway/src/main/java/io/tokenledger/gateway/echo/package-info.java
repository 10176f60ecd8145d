/**
 * A model that repeats what it is told, so that all can be tried without a provider. It is a server
 * of its own on the loopback address, so that its calls go the way of all calls.
 *
 * <p>Owns: the upstream {@code echo}. May know: {@code upstream}, whose port it fills, and {@code
 * request}, for the names of the APIs.
 */
package io.tokenledger.gateway.echo;
