package io.tokenledger.gateway.pump;

import io.tokenledger.gateway.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;

/** What the pump itself says no with. */
final class Refusals {

  private static final Duration SOON = Duration.ofSeconds(1);

  private Refusals() {}

  static CallRefusedException tooLarge(long maxBytes) {
    return refused(
        413,
        "request_too_large",
        "The body is larger than %d bytes, which is the most that the gateway takes."
            .formatted(maxBytes));
  }

  static CallRefusedException stalledBody() {
    return refused(408, "request_timeout", "The body of the request did not come to its end.");
  }

  static CallRefusedException noRoom() {
    return busy(503, "overloaded", "The gateway holds as many requests as it has room for.");
  }

  static CallRefusedException tooManyCalls() {
    return busy(503, "overloaded", "As many calls are open as the gateway serves at once.");
  }

  static CallRefusedException tooManyOfOrg() {
    return busy(
        429, "rate_limit_exceeded", "As many calls of your org are open as may be at once.");
  }

  static CallRefusedException unreachable(String upstream) {
    return busy(502, "upstream_unreachable", "The upstream " + upstream + " could not be reached.");
  }

  static CallRefusedException upstreamBusy(String upstream) {
    return busy(503, "overloaded", "Too many calls wait for the upstream " + upstream + ".");
  }

  /** Not to be tried again by itself: the provider may have done the work, and bills it. */
  static CallRefusedException broken(String upstream) {
    return sent(
        502,
        "upstream_broke",
        "The upstream " + upstream + " broke off before it answered.",
        Ending.UPSTREAM_BROKE);
  }

  static CallRefusedException silent(String upstream) {
    return sent(
        504,
        "upstream_timeout",
        "The upstream " + upstream + " did not answer in time.",
        Ending.TIMED_OUT);
  }

  /** Nobody is there to read it. */
  static CallRefusedException clientGone() {
    return sent(499, "client_gone", "The client left.", Ending.CLIENT_GONE);
  }

  private static CallRefusedException busy(int status, String code, String message) {
    return new CallRefusedException(new Refusal(status, code, message, Optional.of(SOON), true));
  }

  private static CallRefusedException refused(int status, String code, String message) {
    return sent(status, code, message, Ending.NOT_SENT);
  }

  private static CallRefusedException sent(
      int status, String code, String message, Ending ending) {
    return new CallRefusedException(
        new Refusal(status, code, message, Optional.empty(), false), ending);
  }
}
