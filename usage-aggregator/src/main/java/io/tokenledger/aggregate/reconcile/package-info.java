/**
 * Rollups compared with raw events, and made anew where they differ.
 *
 * <p>Owns: drift, repair, rebuild, when they must wait, their schedule, log and API. Does not own:
 * counting what comes, which goes on meanwhile. May know: the tables of {@code postgres}.
 */
package io.tokenledger.aggregate.reconcile;
