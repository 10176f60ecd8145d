/**
 * API tokens of an org: made, listed, revoked.
 *
 * <p>Owns: their rows and API. Does not own: the check of a token at a request, which is
 * common-service's. May know: {@code access}, {@code directory} and the two kits.
 */
package io.tokenledger.query.tokens;
