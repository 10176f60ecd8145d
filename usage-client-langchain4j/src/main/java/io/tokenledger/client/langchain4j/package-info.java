/**
 * Listeners of LangChain4j's models that record each call: {@link
 * io.tokenledger.client.langchain4j.TokenledgerChatModelListener} for chats, streamed or whole, and
 * {@link io.tokenledger.client.langchain4j.TokenledgerEmbeddingModelListener} for embeddings.
 */
package io.tokenledger.client.langchain4j;
