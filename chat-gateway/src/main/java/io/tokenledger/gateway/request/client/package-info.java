/**
 * What clients, agents and other gateways call users, sessions and tags, and the bounds within
 * which it is believed.
 */
package io.tokenledger.gateway.request.client;
