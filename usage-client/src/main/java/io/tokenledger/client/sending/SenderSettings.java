package io.tokenledger.client.sending;

import io.tokenledger.client.Gzip;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * @param events where to send to
 * @param token asked before each request
 * @param answerWithin how long an answer may take
 * @param linger how long the first event of a batch waits for others
 * @param firstRetry how long to wait after a failure, doubled with each
 * @param longestRetry the most of it
 */
public record SenderSettings(
    URI events,
    Supplier<String> token,
    Gzip gzip,
    Duration answerWithin,
    Duration linger,
    Duration firstRetry,
    Duration longestRetry) {

  LedgerEndpoint endpoint() {
    return new LedgerEndpoint(events, token, gzip, answerWithin);
  }
}
