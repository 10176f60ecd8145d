/**
 * What a client asks: where its call goes, what its body says, whom it is for, and what of it goes
 * upstream. Owns the reading and the smallest possible rewriting of requests; knows no network and
 * no configuration.
 */
package io.tokenledger.gateway.request;
