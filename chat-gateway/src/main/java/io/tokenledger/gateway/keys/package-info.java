/**
 * Keys of calls: API tokens of the ledger with the scope {@code llm:call}.
 *
 * <p>Owns: what a presented key allows. Does not own: where a request has its key, and how tokens
 * are made, which is usage-query's. May know: the kits.
 */
package io.tokenledger.gateway.keys;
