/**
 * Reports in another currency.
 *
 * <p>Owns: the dated table of exchange rates, which rate an answer gets, and how amounts are
 * converted. Does not own: any amount; all of them are US dollars. May know: {@code http}, {@code
 * postgres} and the kit of all services.
 */
package io.tokenledger.query.currency;
