/**
 * What an upstream answers, read while it passes. Owns the scanners of answers, which hand on every
 * byte as it came and at once; the only exceptions are the usage chunk that a client did not ask
 * for and the note of tokens that it did ask for. Knows no network.
 */
package io.tokenledger.gateway.answer;
