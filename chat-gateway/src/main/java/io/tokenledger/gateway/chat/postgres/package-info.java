/** Conversations in the schema {@code chat}, which nobody else reads. */
package io.tokenledger.gateway.chat.postgres;
