/**
 * Sign-in by password, and the session of the dashboard.
 *
 * <p>Owns: passwords, attempts, cookies, the key that signs. Does not own: tokens that others sign.
 * May know: {@code access} and the kit of {@code http}.
 */
package io.tokenledger.query.signin;
