/**
 * What the gateway itself says no to, in the form of the API that was called, so that the SDK shows
 * the sentence. Owns statuses, codes and forms; knows nothing of why a call is refused.
 */
package io.tokenledger.gateway.refusal;
