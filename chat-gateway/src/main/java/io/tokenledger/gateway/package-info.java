/** The flow of one call: from the client to an upstream and back, and into the journal. */
package io.tokenledger.gateway;
