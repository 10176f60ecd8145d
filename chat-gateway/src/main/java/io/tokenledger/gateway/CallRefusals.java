package io.tokenledger.gateway;

import io.tokenledger.gateway.pump.CallRefusedException;
import io.tokenledger.gateway.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;

/** What a call is refused with before anything is sent, beside what {@link Refusal} names. */
final class CallRefusals {

  private static final Duration SOON = Duration.ofSeconds(10);

  private CallRefusals() {}

  static CallRefusedException of(Refusal refusal) {
    return new CallRefusedException(refusal);
  }

  static CallRefusedException ambiguousFraming() {
    return refused(400, "ambiguous_framing", "The length of the body is told in two ways.");
  }

  /** More than one upstream speaks the API, and none of them takes what nobody lists. */
  static CallRefusedException noUpstream() {
    return refused(404, "not_found", "No upstream, or more than one, is there for this path.");
  }

  static CallRefusedException modelUnclear() {
    return refused(
        403,
        "model_not_allowed",
        "The API token allows some models only, and the call does not name one clearly.");
  }

  static CallRefusedException longModel() {
    return refused(400, "invalid_model", "The name of a model has at most 200 characters.");
  }

  static CallRefusedException unreadableBody() {
    return refused(
        400,
        "invalid_body",
        "The body must be one JSON object in UTF-8, not compressed, with its fields in lower case:"
            + " else it cannot be told what it asks.");
  }

  /** Or of another org, which is nobody's business. */
  static CallRefusedException unknownResponse() {
    return refused(404, "not_found", "There is no such response.");
  }

  static CallRefusedException longPath() {
    return refused(400, "invalid_path", "The path of a response has at most 2048 characters.");
  }

  static CallRefusedException tooManyPending() {
    return later(
        429,
        "rate_limit_exceeded",
        "As many responses of your org run in the background as may be at once.");
  }

  /** Nothing must begin whose end nobody would look for. */
  static CallRefusedException backgroundAway() {
    return later(
        503,
        "background_unavailable",
        "A response in the background cannot be recorded now; please try again.");
  }

  static CallRefusedException fault() {
    return refused(500, "gateway_error", "The gateway failed to handle the call.");
  }

  private static CallRefusedException later(int status, String code, String message) {
    return of(new Refusal(status, code, message, Optional.of(SOON), true));
  }

  private static CallRefusedException refused(int status, String code, String message) {
    return of(new Refusal(status, code, message, Optional.empty(), false));
  }
}
