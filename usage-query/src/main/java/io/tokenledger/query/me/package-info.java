/**
 * Who am I, and what may I do where.
 *
 * <p>Owns: that answer. Does not own: roles. May know: {@code access} and {@code directory}.
 */
package io.tokenledger.query.me;
