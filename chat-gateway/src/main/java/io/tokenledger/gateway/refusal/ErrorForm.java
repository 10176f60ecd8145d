package io.tokenledger.gateway.refusal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.gateway.request.Api;

/** The JSON of errors, and the names that each API has for its statuses. */
final class ErrorForm {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String ERROR = "error";
  private static final String MESSAGE = "message";
  private static final String INVALID = "invalid_request_error";

  private ErrorForm() {}

  static ObjectNode of(Api api, Refusal refusal) {
    return switch (api) {
      case OPENAI, AZURE -> openAi(refusal);
      case ANTHROPIC -> anthropic(refusal);
      case GEMINI -> gemini(refusal);
      case OLLAMA -> JSON.objectNode().put(ERROR, refusal.message());
    };
  }

  /** OpenAI's responses have the sentence beside their type, its chats in an object. */
  static ObjectNode event(Api api, Refusal refusal) {
    ObjectNode error = of(api, refusal);
    return api == Api.OPENAI || api == Api.AZURE
        ? error.put("type", ERROR).put("code", refusal.code()).put(MESSAGE, refusal.message())
        : error;
  }

  private static ObjectNode openAi(Refusal refusal) {
    ObjectNode answer = JSON.objectNode();
    answer
        .putObject(ERROR)
        .put(MESSAGE, refusal.message())
        .put("type", openAiType(refusal.status()))
        .putNull("param")
        .put("code", refusal.code());
    return answer;
  }

  private static String openAiType(int status) {
    return switch (status) {
      case 403 -> "permission_error";
      case 429 -> "requests";
      default -> status < 500 ? INVALID : "server_error";
    };
  }

  private static ObjectNode anthropic(Refusal refusal) {
    ObjectNode answer = JSON.objectNode().put("type", ERROR);
    answer
        .putObject(ERROR)
        .put("type", anthropicType(refusal.status()))
        .put(MESSAGE, refusal.message());
    return answer;
  }

  private static String anthropicType(int status) {
    return switch (status) {
      case 401 -> "authentication_error";
      case 402 -> "billing_error";
      case 403 -> "permission_error";
      case 404 -> "not_found_error";
      case 413 -> "request_too_large";
      case 429 -> "rate_limit_error";
      case 503 -> "overloaded_error";
      case 504 -> "timeout_error";
      default -> status < 500 ? INVALID : "api_error";
    };
  }

  private static ObjectNode gemini(Refusal refusal) {
    ObjectNode answer = JSON.objectNode();
    answer
        .putObject(ERROR)
        .put("code", refusal.status())
        .put(MESSAGE, refusal.message())
        .put("status", geminiStatus(refusal.status()));
    return answer;
  }

  private static String geminiStatus(int status) {
    return switch (status) {
      case 401 -> "UNAUTHENTICATED";
      case 403 -> "PERMISSION_DENIED";
      case 404 -> "NOT_FOUND";
      case 429 -> "RESOURCE_EXHAUSTED";
      case 500 -> "INTERNAL";
      case 504 -> "DEADLINE_EXCEEDED";
      default -> status < 500 ? "INVALID_ARGUMENT" : "UNAVAILABLE";
    };
  }
}
