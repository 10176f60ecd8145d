package io.tokenledger.query.tokens;

import static io.tokenledger.service.http.ApiException.invalidField;

import io.tokenledger.events.UsageLimits;
import io.tokenledger.service.access.ApiScope;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Input;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The fields of a token that are about calls of models. What they say ends up in usage events, so
 * that the bounds are those of events.
 */
final class CallParameters {

  static final int MAX_MODELS = 100;
  static final int MAX_UPSTREAMS = 20;

  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9._-]*");
  private static final Pattern UPSTREAM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  private CallParameters() {}

  /** Refuses whatever is given to a token that makes no calls. */
  static CallTerms of(ApiTokenBody body, Set<ApiScope> scopes) {
    if (!scopes.contains(ApiScope.LLM_CALL)) {
      requireAbsent(body);
      return CallTerms.NONE;
    }
    Optional<String> userId =
        Input.field("userId", body.userId()).given().map(given -> given.text(UsageLimits.MAX_ID));
    return new CallTerms(
        userId,
        Optional.ofNullable(body.userFromRequest()).orElse(userId.isEmpty()),
        tags(body.tags()),
        feature(Input.field("feature", body.feature())),
        models(body.models()),
        upstreams(body.upstreams()));
  }

  private static void requireAbsent(ApiTokenBody body) {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("userId", body.userId());
    given.put("userFromRequest", body.userFromRequest());
    given.put("tags", body.tags());
    given.put("feature", body.feature());
    given.put("models", body.models());
    given.put("upstreams", body.upstreams());
    given.values().removeIf(Objects::isNull);
    if (!given.isEmpty()) {
      String first = given.keySet().iterator().next();
      throw invalidField(first, "needs the scope " + ApiScope.LLM_CALL.code() + ".");
    }
  }

  private static Map<String, String> tags(Map<String, String> given) {
    Map<String, String> tags = new TreeMap<>();
    Optional.ofNullable(given)
        .orElse(Map.of())
        .forEach(
            (key, value) ->
                tags.put(
                    text(key, UsageLimits.MAX_TAG_KEY_BYTES),
                    text(value, UsageLimits.MAX_TAG_VALUE_BYTES)));
    if (tags.size() > UsageLimits.MAX_TAGS) {
      throw badTags();
    }
    return tags;
  }

  private static String text(String given, int maxBytes) {
    Input text = Input.field("tags", given);
    if (text.isAbsent() || given.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
      throw badTags();
    }
    return text.text(maxBytes);
  }

  private static Optional<String> feature(Input given) {
    if (given.isAbsent()) {
      return Optional.empty();
    }
    String feature = given.text(UsageLimits.MAX_FEATURE);
    if (!SLUG.matcher(feature).matches()) {
      throw given.refused("must be a slug such as chat.");
    }
    return Optional.of(feature);
  }

  private static List<String> models(List<String> given) {
    Set<String> models = new LinkedHashSet<>();
    for (String model : bounded("models", given, MAX_MODELS)) {
      models.add(Input.field("models", model).modelName());
    }
    return List.copyOf(models);
  }

  private static List<String> upstreams(List<String> given) {
    Set<String> upstreams = new LinkedHashSet<>();
    for (String upstream : bounded("upstreams", given, MAX_UPSTREAMS)) {
      if (upstream == null || !UPSTREAM.matcher(upstream).matches()) {
        throw invalidField("upstreams", "must be names of upstreams of chat-gateway.");
      }
      upstreams.add(upstream);
    }
    return List.copyOf(upstreams);
  }

  private static List<String> bounded(String name, List<String> given, int max) {
    List<String> texts = given == null ? List.of() : given;
    if (texts.size() > max) {
      throw invalidField(name, "must not have more than " + max + " names.");
    }
    return texts;
  }

  private static ApiException badTags() {
    return invalidField(
        "tags",
        "must be at most "
            + UsageLimits.MAX_TAGS
            + " texts of at most "
            + UsageLimits.MAX_TAG_VALUE_BYTES
            + " bytes, by keys of 1 to "
            + UsageLimits.MAX_TAG_KEY_BYTES
            + " bytes.");
  }
}
