/**
 * Who changed what in an org.
 *
 * <p>Owns: the reading of the log. Does not own: its notes, which each change writes in its own
 * transaction. May know: {@code access} and the two kits.
 */
package io.tokenledger.query.audit;
