/**
 * The page: its files, their headers, its settings.
 *
 * <p>Owns: routes, Content-Security-Policy, {@code /app/config.json}. Does not own: what the page
 * shows, which it asks the APIs. May know: {@code signin}, for how people sign in.
 */
package io.tokenledger.query.dashboard;
