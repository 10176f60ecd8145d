/**
 * How spans of time are cut into UTC days and parts of them.
 *
 * <p>Owns: which days are read whole, what is moved from one span to another, in how long rows.
 * Does not own: tables and statements. May know: no other subject.
 */
package io.tokenledger.query.sums.days;
