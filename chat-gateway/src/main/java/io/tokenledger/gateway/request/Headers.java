package io.tokenledger.gateway.request;

import io.tokenledger.gateway.request.client.Query;
import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which headers pass, and which stay here. Order and repeats are kept. */
public final class Headers {

  /** Where clients put a key, beside {@code authorization}. */
  static final List<String> KEYS = List.of("x-api-key", "api-key", "x-goog-api-key");

  private static final String AUTHORIZATION = "authorization";
  private static final String CONTENT_LENGTH = "content-length";
  private static final String CONNECTION = "connection";

  /** Of one connection, by RFC 9110, section 7.6.1, and the older ones still sent. */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          CONNECTION,
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "http2-settings");

  private static final Set<String> STAY_HERE =
      Set.of("host", "cookie", "expect", "forwarded", "x-real-ip", "via", "accept-encoding");

  /** By them a call would be another one there than the one that was looked at here. */
  private static final Set<String> OTHER_TARGETS =
      Set.of(
          "x-http-method-override",
          "x-method-override",
          "x-http-method",
          "x-original-url",
          "x-original-uri",
          "x-rewrite-url");

  /** Ours, and those of other gateways: their tags are no business of a provider. */
  private static final List<String> METADATA =
      List.of(
          "x-tokenledger-",
          "x-litellm-",
          "helicone-",
          "x-portkey-",
          "cf-",
          "x-tfy-",
          "x-forwarded-",
          "proxy-");

  /** They name an account of the caller's, which our key does not belong to. */
  private static final Set<String> ACCOUNTS =
      Set.of("openai-organization", "openai-project", "x-goog-user-project");

  private static final Set<String> NOT_FOR_CLIENTS =
      Set.of("set-cookie", "set-cookie2", "alt-svc", "strict-transport-security");

  private static final Set<String> OF_THE_BODY =
      Set.of(CONTENT_LENGTH, "content-md5", "content-digest", "digest", "etag");

  private Headers() {}

  /**
   * What goes upstream. Answers are asked for uncompressed, so that they can be read.
   *
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
    MultiMap kept = MultiMap.caseInsensitiveMultiMap();
    Set<String> ofConnection = ofConnection(fromClient);
    for (Map.Entry<String, String> header : fromClient) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      boolean secret = name.equals(AUTHORIZATION) || KEYS.contains(name);
      boolean ofCaller = secret || ACCOUNTS.contains(name);
      boolean ours = secret && CallerSecret.isOurs(header.getValue());
      boolean stays =
          ofConnection.contains(name)
              || STAY_HERE.contains(name)
              || OTHER_TARGETS.contains(name)
              || isMetadata(name);
      boolean ofOldBody = bodyChanged && OF_THE_BODY.contains(name);
      if (!stays && !ofOldBody && !ours && (bringsOwnKey || !ofCaller)) {
        kept.add(header.getKey(), header.getValue());
      }
    }
    kept.add("accept-encoding", "identity");
    if (!bringsOwnKey) {
      upstreamKey.ifPresent(key -> addKey(kept, upstreamApi, key));
    }
    return kept;
  }

  private static void addKey(MultiMap headers, Api api, String key) {
    switch (api) {
      case OPENAI, OLLAMA -> headers.add(AUTHORIZATION, "Bearer " + key);
      case ANTHROPIC -> headers.add("x-api-key", key);
      case AZURE -> headers.add("api-key", key);
      case GEMINI -> headers.add("x-goog-api-key", key);
    }
  }

  /**
   * @param bodyChanged {@code content-length} and what hashes the body are left out
   */
  public static MultiMap toClient(MultiMap fromUpstream, boolean bodyChanged) {
    MultiMap kept = MultiMap.caseInsensitiveMultiMap();
    Set<String> ofConnection = ofConnection(fromUpstream);
    for (Map.Entry<String, String> header : fromUpstream) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      boolean stays =
          ofConnection.contains(name)
              || NOT_FOR_CLIENTS.contains(name)
              || name.startsWith("proxy-")
              || name.startsWith("x-tokenledger-"); // only we say these
      if (!stays && !(bodyChanged && OF_THE_BODY.contains(name))) {
        kept.add(header.getKey(), header.getValue());
      }
    }
    return kept;
  }

  /**
   * The query without secrets of the caller's, as Gemini's {@code key}; null when nothing remains.
   *
   * @param query without the question mark; null when there is none
   * @param bringsOwnKey it goes upstream as it is
   */
  public static String upstreamQuery(String query, boolean bringsOwnKey) {
    String kept = bringsOwnKey || query == null ? query : Query.of(query).withoutSecrets();
    return kept == null || kept.isEmpty() ? null : kept;
  }

  /** Whether a request asks to leave HTTP, as WebSockets do. */
  public static boolean asksForUpgrade(MultiMap fromClient) {
    String protocol = fromClient.get("upgrade");
    return protocol != null && protocol.toLowerCase(Locale.ROOT).contains("websocket");
  }

  private static boolean isMetadata(String name) {
    for (String prefix : METADATA) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return name.startsWith(":");
  }

  private static Set<String> ofConnection(MultiMap headers) {
    List<String> named = headers.getAll(CONNECTION);
    if (named.isEmpty()) {
      return HOP_BY_HOP;
    }
    Set<String> all = new HashSet<>(HOP_BY_HOP);
    for (String value : named) {
      for (String name : value.split(",")) {
        all.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    return all;
  }
}
