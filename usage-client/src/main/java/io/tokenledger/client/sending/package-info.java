/**
 * Takes events out of the outboxes and sends them to the ledger, until it has answered. Not API.
 *
 * <p>One thread, one request at a time: what the ledger cannot take waits on the disk, not in it.
 */
package io.tokenledger.client.sending;
