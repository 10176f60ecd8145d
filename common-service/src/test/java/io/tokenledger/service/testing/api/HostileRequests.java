package io.tokenledger.service.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Requests made of the document: each value plausible, hostile or left out, as a seed decides. */
final class HostileRequests {

  private static final String UNRESERVED = "-._~";

  private final Random random;
  private final List<String> tokens;
  private final Map<String, String> known;

  HostileRequests(long seed, List<String> tokens, Map<String, String> known) {
    this.random = new Random(seed);
    this.tokens = tokens;
    this.known = known;
  }

  HttpRequest of(ApiOperation operation) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(ApiDocument.baseUrl() + pathOf(operation)))
            .header("Content-Type", "application/json")
            .method(operation.method(), BodyPublishers.ofString(bodyOf(operation)));
    String token = oneOf(tokens);
    return (token.isEmpty() ? request : request.header("Authorization", "Bearer " + token)).build();
  }

  private String pathOf(ApiOperation operation) {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    for (ApiParameter parameter : operation.parameters()) {
      if (parameter.isInPath()) {
        path = path.replace("{" + parameter.name() + "}", encoded(inPath(parameter)));
      } else if (random.nextInt(3) > 0) {
        query.add(parameter.name() + "=" + encoded(value(parameter)));
      }
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  /** Mostly plausible, or nearly every request would end at the access check. */
  private String inPath(ApiParameter parameter) {
    return random.nextInt(4) > 0 ? plausible(parameter) : oneOf(HostileValues.TEXTS);
  }

  private String value(ApiParameter parameter) {
    return random.nextBoolean() ? plausible(parameter) : oneOf(HostileValues.TEXTS);
  }

  private String plausible(ApiParameter parameter) {
    List<String> values = parameter.plausible().isEmpty() ? List.of("a") : parameter.plausible();
    return known.getOrDefault(parameter.name(), oneOf(values));
  }

  private String bodyOf(ApiOperation operation) {
    if (!operation.takesBody()) {
      return "";
    }
    if (operation.bodyExample().isEmpty() || random.nextInt(4) == 0) {
      return oneOf(HostileValues.BODIES);
    }
    return spoilt(operation.bodyExample().get().deepCopy()).toString();
  }

  /** The same with one value, somewhere in it, replaced or removed. */
  private JsonNode spoilt(JsonNode json) {
    if (json instanceof ObjectNode object && !object.isEmpty()) {
      String name = oneOf(object.properties().stream().map(e -> e.getKey()).toList());
      if (random.nextInt(5) == 0) {
        object.remove(name);
      } else {
        object.set(name, spoilt(object.get(name)));
      }
      return object;
    }
    if (json instanceof ArrayNode array && !array.isEmpty()) {
      int index = random.nextInt(array.size());
      array.set(index, spoilt(array.get(index)));
      return array;
    }
    return random.nextBoolean()
        ? oneOf(HostileValues.VALUES)
        : JsonNodeFactory.instance.textNode(oneOf(HostileValues.TEXTS));
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** RFC 3986, each byte; the form encoding of the JDK would send blanks as plus signs. */
  private static String encoded(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length == 0
        ? ""
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
            .chars()
            .mapToObj(HostileRequests::encoded)
            .collect(Collectors.joining());
  }

  private static String encoded(int octet) {
    boolean plain =
        octet >= '0' && octet <= '9'
            || octet >= 'a' && octet <= 'z'
            || octet >= 'A' && octet <= 'Z'
            || UNRESERVED.indexOf(octet) >= 0;
    return plain ? Character.toString(octet) : "%%%02X".formatted(octet);
  }
}
