package io.tokenledger.gateway.refusal;

import io.tokenledger.gateway.request.Api;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A no of the gateway's own.
 *
 * @param code stable, for programs
 * @param message a sentence, for people
 * @param retry whether an SDK is to try again
 */
public record Refusal(
    int status, String code, String message, Optional<Duration> retryAfter, boolean retry) {

  public Buffer body(Api api) {
    throw new UnsupportedOperationException();
  }

  public Map<String, String> headers(Api api) {
    throw new UnsupportedOperationException();
  }
}
