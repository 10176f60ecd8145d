package io.tokenledger.gateway;

import io.tokenledger.gateway.pump.CallRefusedException;
import io.tokenledger.gateway.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;

/** What a call is refused with before anything is sent. */
final class CallRefusals {

  private static final Duration SOON = Duration.ofSeconds(1);

  private CallRefusals() {}

  static CallRefusedException noKey() {
    return refused(
        401,
        "invalid_api_key",
        "The call has no API token of Tokenledger: give one with the scope llm:call as the key of"
            + " the SDK, or in X-Tokenledger-Token.");
  }

  static CallRefusedException wrongKey() {
    return refused(
        401,
        "invalid_api_key",
        "The API token does not exist, was revoked, has expired, or has no scope llm:call.");
  }

  static CallRefusedException keysAway() {
    return later("API tokens cannot be checked just now.");
  }

  static CallRefusedException ledgerAway() {
    return later("The call cannot be recorded just now, so that it is not made.");
  }

  static CallRefusedException target(String reason) {
    return refused(404, "not_supported", reason);
  }

  static CallRefusedException ambiguousFraming() {
    return refused(400, "ambiguous_framing", "The length of the body is told in two ways.");
  }

  static CallRefusedException noUpstream(String model) {
    return refused(
        404,
        "model_not_found",
        "No upstream takes the model %s: list it in an upstream's models, or call it as NAME/%s."
            .formatted(model, model));
  }

  static CallRefusedException noUpstream() {
    return refused(404, "not_found", "No upstream, or more than one, is there for this path.");
  }

  static CallRefusedException modelNotAllowed(String model) {
    return refused(
        403, "model_not_allowed", "The API token does not allow the model " + model + ".");
  }

  static CallRefusedException modelUnclear() {
    return refused(
        403,
        "model_not_allowed",
        "The API token allows some models only, and the call does not name one clearly.");
  }

  static CallRefusedException upstreamNotAllowed(String upstream) {
    return refused(
        403, "upstream_not_allowed", "The API token does not allow the upstream " + upstream + ".");
  }

  static CallRefusedException unmetered(String upstream) {
    return refused(
        404,
        "unmetered_path",
        "The gateway does not know what this path costs, and the upstream %s passes on no such call."
            .formatted(upstream));
  }

  static CallRefusedException longModel() {
    return refused(400, "invalid_model", "The name of a model has at most 200 characters.");
  }

  static CallRefusedException fault() {
    return refused(500, "gateway_error", "The gateway failed to handle the call.");
  }

  private static CallRefusedException later(String message) {
    return new CallRefusedException(
        new Refusal(503, "unavailable", message, Optional.of(SOON), true));
  }

  private static CallRefusedException refused(int status, String code, String message) {
    return new CallRefusedException(new Refusal(status, code, message, Optional.empty(), false));
  }
}
