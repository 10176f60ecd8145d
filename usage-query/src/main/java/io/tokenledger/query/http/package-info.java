/**
 * The kit of every resource: parameters, paging, cursors, examples of the OpenAPI document.
 *
 * <p>Owns: how a parameter is read and refused. Does not own: any single report. May know: {@code
 * access}.
 */
package io.tokenledger.query.http;
