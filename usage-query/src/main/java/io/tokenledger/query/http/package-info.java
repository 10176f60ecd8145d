/**
 * What resources share beside the kit of all services: pages, checked cursors, texts of events, and
 * how large answers are sent.
 *
 * <p>Owns: how a parameter is read and refused. Does not own: any single report. May know: {@code
 * access}, {@code postgres}.
 */
package io.tokenledger.query.http;
