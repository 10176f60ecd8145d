/**
 * Events over HTTP: {@code POST /v1/events}, and how many were recorded lately.
 *
 * <p>Owns: the body of the request, its answer, the message that each valid event becomes. Does not
 * own: prices and storage: what was accepted goes the way of every message. May know: no other
 * subject.
 */
package io.tokenledger.ingest.intake;
