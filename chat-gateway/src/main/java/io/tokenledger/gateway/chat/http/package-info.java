/** Conversations as people and programs ask for them (contracts §7). */
package io.tokenledger.gateway.chat.http;
