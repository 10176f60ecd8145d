/**
 * Responses that a provider makes in the background: whose they are, and how they end, whoever sees
 * it first.
 *
 * <ol>
 *   <li>A row is reserved before the call goes out, so that there is room for it and a database.
 *   <li>The row gets the response's id before the client does. From then on it answers for the
 *       call, whatever becomes of this gateway.
 *   <li>Who sees the response end, a client's read or a look of ours, keeps its event in the row:
 *       the first one counts.
 *   <li>That event goes into the journal, and the row is done. Until then it is tried again, with
 *       the same bytes.
 * </ol>
 *
 * <p>Owns: {@code chat.pending_response}, and when the provider is asked. Does not own: what is in
 * an event. May know: accounting, answer, request, upstream.
 */
package io.tokenledger.gateway.background;
