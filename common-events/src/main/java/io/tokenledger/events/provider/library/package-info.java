/**
 * Usage as client libraries tell it: LangChain, LangChain4j, the Vercel AI SDK, Spring AI, OpenAI's
 * Agents SDK, pydantic-ai. Producers who have no access to the provider's own block send theirs.
 */
package io.tokenledger.events.provider.library;
