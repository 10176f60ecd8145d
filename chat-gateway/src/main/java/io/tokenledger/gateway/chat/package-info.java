/**
 * Conversations: what members of an org write to models, what they are answered, and what becomes
 * of both.
 *
 * <p>Owns: the text of conversations, whose they are, how long they are kept, how many there may
 * be. Does not own: the call to the model, which takes the way of every call (so that it is
 * accounted for like any), and its usage, which is the ledger's. May know: {@code keys}, {@code
 * request}, {@code upstream}.
 */
package io.tokenledger.gateway.chat;
