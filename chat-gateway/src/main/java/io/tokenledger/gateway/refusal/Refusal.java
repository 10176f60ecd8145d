package io.tokenledger.gateway.refusal;

import io.tokenledger.events.PlainText;
import io.tokenledger.gateway.request.Api;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A no of the gateway's own.
 *
 * @param code stable, for programs
 * @param message a sentence, for people
 * @param retryAfter when to try again; at most 60 s, for SDKs take no notice of more
 * @param retry whether an SDK is to try again; it goes before what SDKs make of the status
 */
public record Refusal(
    int status, String code, String message, Optional<Duration> retryAfter, boolean retry) {

  private static final Duration SOON = Duration.ofSeconds(1);

  public static Refusal unknownKey() {
    return no(
        401,
        "invalid_api_key",
        "The API key is missing, unknown, revoked or expired: please use a key of the ledger with"
            + " the scope llm:call.");
  }

  /** In the middle of a call. */
  public static Refusal keyEnded() {
    return no(401, "invalid_api_key", "The API key was revoked or has expired.");
  }

  public static Refusal stopping() {
    return later(503, "gateway_stopping", "The gateway is stopping; please try again.");
  }

  /** It may have been billed: an SDK is not to try again by itself. */
  public static Refusal stopped() {
    return no(503, "gateway_stopping", "The gateway is stopping, and the answer is not whole.");
  }

  public static Refusal modelNotAllowed(String model) {
    return no(403, "model_not_allowed", "The API key may not use the model " + named(model) + ".");
  }

  public static Refusal upstreamNotAllowed(String upstream) {
    return no(
        403,
        "upstream_not_allowed",
        "The API key may not use the upstream " + named(upstream) + ".");
  }

  public static Refusal unknownModel(String model) {
    return no(404, "model_not_found", "No upstream has the model " + named(model) + ".");
  }

  /** What is known to be billed past the gateway, or not to be HTTP. */
  public static Refusal notPassedOn(String reason) {
    return no(403, "not_metered", reason);
  }

  /** Of an upstream that passes on only what is metered. */
  public static Refusal unmetered(String path) {
    return no(
        404,
        "not_metered",
        "The path " + named(path) + " is not passed on, for it cannot be metered.");
  }

  public static Refusal bodyTooLarge(long maxBytes) {
    return no(
        413,
        "request_too_large",
        "The body of the request must not be larger than " + maxBytes + " bytes.");
  }

  public static Refusal busy() {
    return later(503, "gateway_busy", "The gateway holds as much as it may; please try again.");
  }

  /** What is asked for cannot be recorded, and must not be served unrecorded. */
  public static Refusal journalFull() {
    return later(503, "journal_full", "The gateway cannot record the call now; please try again.");
  }

  /** Keys cannot be checked. */
  public static Refusal keysAway() {
    return later(503, "keys_unavailable", "The API key cannot be checked now; please try again.");
  }

  public static Refusal upstreamAway() {
    return new Refusal(
        502, "upstream_unavailable", "The upstream cannot be reached.", Optional.empty(), true);
  }

  /** It may have been billed: an SDK is not to try again by itself. */
  public static Refusal upstreamBroke() {
    return no(502, "upstream_broke", "The upstream broke off before it answered.");
  }

  /** It may have been billed: an SDK is not to try again by itself. */
  public static Refusal upstreamTimeout() {
    return no(504, "upstream_timeout", "The upstream did not answer in time.");
  }

  private static Refusal no(int status, String code, String message) {
    return new Refusal(status, code, message, Optional.empty(), false);
  }

  private static Refusal later(int status, String code, String message) {
    return new Refusal(status, code, message, Optional.of(SOON), true);
  }

  private static String named(String name) {
    return "\"" + PlainText.of(name) + "\"";
  }

  /** In the form of the API that was called, so that its SDK shows the sentence. */
  public Buffer body(Api api) {
    return Buffer.buffer(ErrorForm.of(api, this).toString());
  }

  /** As the last event, or line, of a stream of that API, whose SDK then tells of an error. */
  public Buffer event(Api api) {
    String error = ErrorForm.event(api, this).toString();
    return Buffer.buffer(
        switch (api) {
          case OLLAMA -> error + "\n";
          case GEMINI -> "data: " + error + "\n\n";
          default -> "event: error\ndata: " + error + "\n\n";
        });
  }

  public Map<String, String> headers(Api api) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.put("x-should-retry", Boolean.toString(retry));
    retryAfter.ifPresent(wait -> headers.put("retry-after", Long.toString(seconds(wait))));
    return headers;
  }

  private static long seconds(Duration wait) {
    return Math.max(1, Math.min(60, wait.toSeconds()));
  }
}
