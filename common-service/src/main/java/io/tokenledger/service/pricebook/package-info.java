/**
 * The price book as a service knows it: fetched from pricing-service, and kept while it is away.
 */
package io.tokenledger.service.pricebook;
