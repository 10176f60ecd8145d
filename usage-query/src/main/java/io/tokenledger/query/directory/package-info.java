/**
 * Orgs and their members.
 *
 * <p>Owns: their rows, their API, which role may change which. Does not own: what a role permits,
 * which common-service says. May know: {@code access} and the two kits.
 */
package io.tokenledger.query.directory;
