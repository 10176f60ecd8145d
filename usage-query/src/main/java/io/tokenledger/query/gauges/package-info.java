/**
 * What Prometheus is told of budgets and of PostgreSQL.
 *
 * <p>Owns: the schedule and the statements of gauges. Does not own: the rules of alerts, which are
 * in {@code deploy}. May know: no other subject.
 */
package io.tokenledger.query.gauges;
