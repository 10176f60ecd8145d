/**
 * The journal on disk of what senders do not send again.
 *
 * <p>Owns: when events are safe, and their way to the topic. Does not own: what is in them.
 */
package io.tokenledger.ingest.intake.journal;
