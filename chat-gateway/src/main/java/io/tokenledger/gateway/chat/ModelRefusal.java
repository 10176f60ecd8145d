package io.tokenledger.gateway.chat;

import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/** Why there is no answer, as its reader is told. */
final class ModelRefusal {

  private static final int MOST_CHARACTERS = 500;

  private ModelRefusal() {}

  /**
   * @param sent whether it is the provider that refuses, and not the gateway
   */
  static ApiException of(int status, boolean sent, Buffer body) {
    if (!sent) {
      return new ApiException(codeOf(status), sentence(body));
    }
    return switch (status) {
      // Its sentence may repeat a part of the gateway's key.
      case 401, 403 ->
          new ApiException(
              ProblemCode.BAD_GATEWAY, "The provider does not accept the gateway's key for this.");
      case 429 ->
          new ApiException(
              ProblemCode.TOO_MANY_REQUESTS,
              "The provider takes no more for now: " + sentence(body));
      default ->
          new ApiException(
              ProblemCode.BAD_GATEWAY, "The provider refused the call: " + sentence(body));
    };
  }

  static ApiException inTheMiddle(String sentence) {
    return new ApiException(
        ProblemCode.BAD_GATEWAY, "The provider broke off the answer: " + cut(sentence));
  }

  static ApiException broken() {
    return new ApiException(ProblemCode.BAD_GATEWAY, "The answer broke off before its end.");
  }

  static ApiException unreadable() {
    return new ApiException(ProblemCode.BAD_GATEWAY, "The provider's answer cannot be read.");
  }

  static ApiException tooLong() {
    return new ApiException(
        ProblemCode.TOO_LARGE, "The answer grew longer than one that is kept may be.");
  }

  private static ProblemCode codeOf(int status) {
    return switch (status) {
      case 403 -> ProblemCode.FORBIDDEN;
      case 429 -> ProblemCode.TOO_MANY_REQUESTS;
      case 502 -> ProblemCode.BAD_GATEWAY;
      case 504 -> ProblemCode.TIMED_OUT;
      default -> status < 500 ? ProblemCode.INVALID_BODY : ProblemCode.UNAVAILABLE;
    };
  }

  /** In each of the APIs it stands at the same place. */
  private static String sentence(Buffer body) {
    try {
      return new JsonObject(body).getValue("error") instanceof JsonObject error
          ? cut(String.valueOf(error.getValue("message")))
          : "it does not say why.";
    } catch (DecodeException e) {
      return "it does not say why.";
    }
  }

  private static String cut(String sentence) {
    int end = Math.min(sentence.length(), MOST_CHARACTERS);
    return sentence
        .substring(0, sentence.offsetByCodePoints(0, sentence.codePointCount(0, end)))
        .replace('\u0000', ' ');
  }
}
