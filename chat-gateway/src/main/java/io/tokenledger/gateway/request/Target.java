package io.tokenledger.gateway.request;

import java.util.Optional;

/**
 * Where a call goes, by its method and path alone.
 *
 * @param modelInPath of Gemini's paths, and the deployment of Azure's
 * @param responseInPath the id in OpenAI's paths of one response
 * @param refusalReason a sentence for the caller; empty unless refused
 */
public record Target(
    Api api,
    Operation operation,
    Metering metering,
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
    throw new UnsupportedOperationException();
  }
}
