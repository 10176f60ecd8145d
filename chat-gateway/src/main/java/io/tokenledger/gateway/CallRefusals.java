package io.tokenledger.gateway;

import io.tokenledger.gateway.pump.CallRefusedException;
import io.tokenledger.gateway.refusal.Refusal;
import java.util.Optional;

/** What a call is refused with before anything is sent, beside what {@link Refusal} names. */
final class CallRefusals {

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
        "The body must be one JSON object, not compressed: else it cannot be told what it asks.");
  }

  static CallRefusedException fault() {
    return refused(500, "gateway_error", "The gateway failed to handle the call.");
  }

  private static CallRefusedException refused(int status, String code, String message) {
    return of(new Refusal(status, code, message, Optional.empty(), false));
  }
}
