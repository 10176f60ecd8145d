package io.tokenledger.gateway.request;

import java.util.Optional;

/**
 * Where a call goes, by its method and path alone.
 *
 * @param streamsByPath whether the path asks for a stream, as Gemini's do
 * @param modelInPath of Gemini's paths, and the deployment of Azure's
 * @param responseInPath the id in OpenAI's paths of one response
 * @param refusalReason a sentence for the caller; empty unless refused
 */
public record Target(
    Api api,
    Operation operation,
    Metering metering,
    boolean streamsByPath,
    Optional<String> modelInPath,
    Optional<String> responseInPath,
    String refusalReason) {

  public static Target of(String method, String path) {
    return of(method, path, false);
  }

  /**
   * @param path a query is ignored
   * @param upgrade whether the request asks for another protocol, as WebSockets do
   */
  public static Target of(String method, String path, boolean upgrade) {
    return Routes.of(method, path, upgrade);
  }

  static Target of(Api api, Operation operation, Metering metering) {
    return new Target(api, operation, metering, false, Optional.empty(), Optional.empty(), "");
  }

  static Target refused(Api api, Operation operation, String reason) {
    return new Target(
        api, operation, Metering.REFUSED, false, Optional.empty(), Optional.empty(), reason);
  }

  Target withModel(String model) {
    return new Target(
        api, operation, metering, streamsByPath, Optional.of(model), responseInPath, refusalReason);
  }

  Target ofResponse(String id) {
    return new Target(
        api, operation, metering, streamsByPath, modelInPath, Optional.of(id), refusalReason);
  }

  Target streaming() {
    return new Target(api, operation, metering, true, modelInPath, responseInPath, refusalReason);
  }
}
