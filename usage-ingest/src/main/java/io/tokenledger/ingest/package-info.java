/**
 * The flow of usage-ingest: a message becomes a raw event, stored once, and a recorded usage, told
 * once.
 *
 * <p>Owns: the batch, its settlement, the identity of an event, the ports that the flow needs. Does
 * not own: how prices are known ({@code pricebook}), what is done with dead letters ({@code
 * deadletters}). May know: no other subject; its adapters are {@code kafka} and {@code postgres}.
 */
package io.tokenledger.ingest;
