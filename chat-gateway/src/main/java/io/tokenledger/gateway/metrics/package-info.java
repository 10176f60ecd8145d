/**
 * What is counted of calls.
 *
 * <p>Owns: names and labels of the meters, which are few whatever clients send. Knows no other
 * subject but those it asks for their gauges.
 */
package io.tokenledger.gateway.metrics;
