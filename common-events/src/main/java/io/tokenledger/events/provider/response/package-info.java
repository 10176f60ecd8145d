/**
 * What stands around a usage block: where responses and the chunks of streams keep it, how the
 * chunks fold into one, and what the rest of the response tells of the bill: tier, speed and
 * region, the provider's own cost, tool calls.
 */
package io.tokenledger.events.provider.response;
