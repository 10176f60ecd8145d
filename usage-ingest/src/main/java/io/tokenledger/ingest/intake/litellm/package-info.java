/**
 * Calls as LiteLLM's callback {@code generic_api} tells of them: {@code POST /v1/intake/litellm}.
 *
 * <p>Owns: which of its elements is a call that is billed, and the event that it becomes. Does not
 * own: what is in a usage block, which the ledger knows by its shape, and prices.
 */
package io.tokenledger.ingest.intake.litellm;
