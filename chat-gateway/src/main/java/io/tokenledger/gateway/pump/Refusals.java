package io.tokenledger.gateway.pump;

import io.tokenledger.gateway.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;

/** What the pump itself says no with. */
final class Refusals {

  private static final Duration SOON = Duration.ofSeconds(1);

  private Refusals() {}

  static CallRefusedException tooLarge(long maxBytes) {
    return new CallRefusedException(Refusal.bodyTooLarge(maxBytes));
  }

  static CallRefusedException stalledBody() {
    String message = "The body of the request did not come to its end.";
    return new CallRefusedException(
        new Refusal(408, "request_timeout", message, Optional.empty(), false));
  }

  static CallRefusedException busy() {
    return new CallRefusedException(Refusal.busy());
  }

  static CallRefusedException orgBusy() {
    String message = "As many calls of your org are open as may be at once.";
    return new CallRefusedException(
        new Refusal(429, "rate_limit_exceeded", message, Optional.of(SOON), true));
  }

  static CallRefusedException unreachable() {
    return new CallRefusedException(Refusal.upstreamAway());
  }

  static CallRefusedException broken() {
    return new CallRefusedException(Refusal.upstreamBroke(), Ending.UPSTREAM_BROKE);
  }

  static CallRefusedException silent() {
    return new CallRefusedException(Refusal.upstreamTimeout(), Ending.TIMED_OUT);
  }

  /** Nobody is there to read it. */
  static CallRefusedException clientGone() {
    return new CallRefusedException(Refusal.upstreamBroke(), Ending.CLIENT_GONE);
  }
}
