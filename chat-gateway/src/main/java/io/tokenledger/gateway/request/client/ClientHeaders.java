package io.tokenledger.gateway.request.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the headers of a request say of the call: ours, and those of the gateways that clients come
 * from.
 */
public final class ClientHeaders {

  private static final String OURS = "x-tokenledger-";
  private static final String HELICONE_PROPERTY = "helicone-property-";
  private static final String CLOUDFLARE = "cf-aig-metadata";
  private static final String PORTKEY = "x-portkey-metadata";
  private static final String PORTKEY_USER = "_user";
  private static final String CLOUDFLARE_USER = "user";

  private static final List<String> USERS =
      List.of(OURS + "user", "x-litellm-customer-id", "x-litellm-end-user-id", "helicone-user-id");

  private static final List<String> AGENT_SESSIONS =
      List.of(OURS + "conversation", "x-claude-code-session-id");

  private static final List<String> SESSIONS =
      List.of(
          "session-id", // Codex
          "session_id",
          "x-litellm-session-id",
          "helicone-session-id",
          "x-session-id", // OpenRouter
          "x-session-affinity");

  private static final List<String> REQUESTS =
      List.of(OURS + "request-id", "helicone-request-id", "x-litellm-call-id", "cf-aig-event-id");

  /** A server bounds the size of headers; this bounds what is made of one. */
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MultiMap headers;

  public ClientHeaders(MultiMap headers) {
    this.headers = headers;
  }

  public Optional<String> ours(String name) {
    return Optional.ofNullable(headers.get(OURS + name));
  }

  public Optional<String> user() {
    return first(USERS)
        .or(() -> Optional.ofNullable(json(CLOUDFLARE).get(CLOUDFLARE_USER)))
        .or(() -> Optional.ofNullable(json(PORTKEY).get(PORTKEY_USER)));
  }

  /** Of a conversation, said by name. */
  public Optional<String> agentSession() {
    return first(AGENT_SESSIONS);
  }

  public Optional<String> session() {
    return first(SESSIONS);
  }

  public Optional<String> requestId() {
    return first(REQUESTS);
  }

  /** How often an SDK had tried before; empty for the first time. */
  public Optional<Integer> retries() {
    String count = headers.get("x-stainless-retry-count");
    boolean small = count != null && count.length() <= 3 && !count.isEmpty();
    return small && count.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Optional.of(Integer.valueOf(count)).filter(retries -> retries > 0)
        : Optional.empty();
  }

  /** Tags by source, the most particular source first. */
  public List<Map<String, String>> tags() {
    return List.of(
        pairs(OURS + "tags"),
        json(OURS + "metadata"),
        heliconeProperties(),
        json("x-litellm-spend-logs-metadata"),
        litellmTags(),
        without(json(PORTKEY), PORTKEY_USER),
        without(json(CLOUDFLARE), CLOUDFLARE_USER),
        json("x-tfy-metadata"));
  }

  private Optional<String> first(List<String> names) {
    for (String name : names) {
      String value = headers.get(name);
      if (value != null && !value.isBlank()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private Map<String, String> heliconeProperties() {
    Map<String, String> properties = new LinkedHashMap<>();
    for (Map.Entry<String, String> header : headers) {
      if (header.getKey().toLowerCase(Locale.ROOT).startsWith(HELICONE_PROPERTY)) {
        properties.putIfAbsent(
            header.getKey().substring(HELICONE_PROPERTY.length()), header.getValue());
      }
    }
    return properties;
  }

  private Map<String, String> litellmTags() {
    String tags = headers.get("x-litellm-tags");
    return tags == null || tags.isBlank() ? Map.of() : Map.of("tags", tags);
  }

  /** JSON, or {@code k=v,k2=v2}. */
  private Map<String, String> pairs(String name) {
    String value = headers.get(name);
    if (value == null || value.stripLeading().startsWith("{")) {
      return json(name);
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : value.split(",")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return pairs;
  }

  /** The scalars of an object; what is none says nothing. */
  private Map<String, String> json(String name) {
    String value = headers.get(name);
    if (value == null || value.isBlank()) {
      return Map.of();
    }
    try {
      Map<String, String> fields = new LinkedHashMap<>();
      JSON.readTree(value)
          .properties()
          .forEach(field -> putScalar(fields, field.getKey(), field.getValue()));
      return fields;
    } catch (JsonProcessingException e) {
      return Map.of();
    }
  }

  private static void putScalar(Map<String, String> fields, String name, JsonNode value) {
    if (value.isValueNode() && !value.isNull()) {
      fields.put(name, value.asText());
    }
  }

  private static Map<String, String> without(Map<String, String> fields, String name) {
    Map<String, String> rest = new LinkedHashMap<>(fields);
    rest.remove(name);
    return rest;
  }
}
