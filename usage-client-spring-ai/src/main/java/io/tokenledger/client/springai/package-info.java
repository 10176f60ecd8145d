/**
 * An observation handler that records each call of Spring AI's models: {@link
 * io.tokenledger.client.springai.TokenledgerObservationHandler}.
 */
package io.tokenledger.client.springai;
