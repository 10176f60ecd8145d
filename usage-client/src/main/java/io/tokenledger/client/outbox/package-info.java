/**
 * Keeps events until the ledger has them: on disk, or in memory. Not API.
 *
 * <p>Knows bytes, and nothing of events or of the ledger.
 */
package io.tokenledger.client.outbox;
