package io.tokenledger.gateway.request.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * The query of a request.
 *
 * @param text without the question mark
 */
public record Query(String text) {

  private static final String KEY = "key";
  private static final Set<String> SECRETS = Set.of(KEY, "access_token");

  /**
   * @param text null for none
   */
  public static Query of(String text) {
    return new Query(text == null ? "" : text);
  }

  /** The caller's key, where Gemini's API takes it from. */
  public Optional<String> key() {
    for (String parameter : text.split("&")) {
      if (name(parameter).equals(KEY)) {
        return Optional.of(decoded(parameter.substring(parameter.indexOf('=') + 1)));
      }
    }
    return Optional.empty();
  }

  /** Without the caller's secrets; the rest as it was written. */
  public String withoutSecrets() {
    StringBuilder kept = new StringBuilder(text.length());
    for (String parameter : text.split("&")) {
      if (!SECRETS.contains(name(parameter))) {
        kept.append(kept.isEmpty() ? "" : "&").append(parameter);
      }
    }
    return kept.toString();
  }

  private static String name(String parameter) {
    int equals = parameter.indexOf('=');
    return decoded(equals < 0 ? parameter : parameter.substring(0, equals));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
