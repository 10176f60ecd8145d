package io.tokenledger.gateway.request;

import io.vertx.core.MultiMap;
import java.util.Optional;

/** Which headers pass, and which stay here. Order and repeats are kept. */
public final class Headers {

  private Headers() {}

  /**
   * @param upstreamApi decides the header of the key
   * @param upstreamKey empty: none is added, as for local servers
   * @param bringsOwnKey the client's own key goes upstream, and {@code upstreamKey} does not
   * @param bodyChanged {@code content-length} is left out
   */
  public static MultiMap upstream(
      MultiMap fromClient,
      Api upstreamApi,
      Optional<String> upstreamKey,
      boolean bringsOwnKey,
      boolean bodyChanged) {
    throw new UnsupportedOperationException();
  }

  /**
   * @param bodyChanged {@code content-length} and what hashes the body are left out
   */
  public static MultiMap toClient(MultiMap fromUpstream, boolean bodyChanged) {
    throw new UnsupportedOperationException();
  }

  /**
   * The query without {@code key}, which is Gemini's place of the caller's key; null when nothing
   * remains.
   */
  public static String upstreamQuery(String query, boolean bringsOwnKey) {
    throw new UnsupportedOperationException();
  }
}
