/**
 * Bytes both ways at once: bodies in, answers out, and what becomes of them when one of the two
 * sides is slow, silent or gone.
 *
 * <p>Owns: memory, connections and time that a call may take. Does not own: what the bytes mean,
 * which is of {@code answer}. May know: {@code upstream}, {@code answer}, {@code refusal}.
 */
package io.tokenledger.gateway.pump;
