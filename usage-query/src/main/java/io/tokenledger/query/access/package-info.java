/**
 * Who asks, and for which orgs.
 *
 * <p>Owns: the scope that every read takes first, the check of permissions. Does not own: roles and
 * members, which are {@code directory}'s; tokens, which are {@code tokens}' and common-service's.
 * May know: no other subject.
 */
package io.tokenledger.query.access;
