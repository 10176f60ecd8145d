package io.tokenledger.gateway.request;

import com.fasterxml.jackson.core.JsonToken;
import io.tokenledger.gateway.request.client.AnthropicUser;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What was read of a body so far; later values replace earlier ones. */
final class BodyFields {

  /** More than an event can have, so that what is dropped is dropped by one rule. */
  private static final int MAX_METADATA = 64;

  private static final long MAX_CHOICES = 1_000;

  private static final String NULL = "null";
  private static final String FALSE = "false";

  private final Target target;
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final Map<String, Optional<String>> texts = new LinkedHashMap<>();
  private String model = "";
  private boolean modelRepeated;
  private boolean stream;
  private boolean streamSaid;
  private IncludeUsage includeUsage = IncludeUsage.ABSENT;
  private boolean background;
  private boolean stored = true;
  private OptionalLong max = OptionalLong.empty();
  private long choices = 1;
  private Optional<String> conversation = Optional.empty();
  private OptionalLong seconds = OptionalLong.empty();
  private long inputCharacters;
  private int fieldsAt = -1;
  private boolean bare = true;
  private int modelAt = -1;
  private int modelEnd = -1;
  private int optionsAt = -1;
  private boolean bareOptions = true;
  private int unasked = -1;
  private int unaskedEnd = -1;

  BodyFields(Target target) {
    this.target = target;
    this.stream = target.api() == Api.OLLAMA || target.streamsByPath();
  }

  void begin(int at) {
    fieldsAt = at;
  }

  void hasFields() {
    bare = false;
  }

  void model(BodyValue value) throws IOException {
    String named = value.token() == JsonToken.VALUE_STRING ? value.text().orElse("") : "";
    modelRepeated |= !model.isEmpty() && !model.equals(named);
    model = named;
    modelAt = named.isEmpty() ? -1 : value.start();
    modelEnd = named.isEmpty() ? -1 : value.endOfString(modelAt);
  }

  void text(String name, long characters) {
    if (name.equals("input")) {
      inputCharacters = characters;
    }
  }

  void scalar(String name, BodyValue value) throws IOException {
    switch (name) {
      case "stream" -> stream(value.isTrue() || value.isNull() && target.api() == Api.OLLAMA);
      case "background" -> background |= value.isTrue();
      case "store" -> stored = !value.isFalse();
      case "max_tokens", "max_completion_tokens", "max_output_tokens" -> max(value.number());
      case "n" -> choices(value.number());
      case "seconds" -> seconds = digits(value.text());
      case "service_tier", "safety_identifier", "user", "session_id", "prompt_cache_key" ->
          texts.put(name, value.text());
      default -> {}
    }
  }

  /** Where it is said twice, whether there is a stream is the upstream's choice: one is counted. */
  private void stream(boolean asked) {
    stream = asked || streamSaid && stream;
    streamSaid = true;
  }

  /** Where several bounds are set, which one holds is the upstream's choice: the largest. */
  void max(OptionalLong bound) {
    if (bound.isPresent()) {
      max = OptionalLong.of(Math.max(max.orElse(0), bound.getAsLong()));
    }
  }

  void choices(OptionalLong count) {
    choices = Math.min(MAX_CHOICES, Math.max(1, count.orElse(1)));
  }

  void conversation(Optional<String> id) {
    conversation = id;
  }

  void metadata(String name, String value) {
    if (metadata.containsKey(name) || metadata.size() < MAX_METADATA) {
      metadata.put(name, value);
    }
  }

  void options(BodyValue value) {
    bareOptions = true;
    optionsAt = value.isObject() ? value.start() + 1 : -1;
    unasked(value, value.isNull());
    includeUsage =
        value.isNull()
            ? IncludeUsage.ABSENT
            : value.isObject() ? IncludeUsage.NOT_SAID : IncludeUsage.INVALID;
  }

  void optionsHaveFields() {
    bareOptions = false;
  }

  void includeUsage(BodyValue value) {
    unasked(value, value.isNull() || value.isFalse());
    includeUsage =
        switch (value.token()) {
          case VALUE_TRUE -> IncludeUsage.TRUE;
          case VALUE_FALSE -> IncludeUsage.FALSE;
          case VALUE_NULL -> IncludeUsage.NOT_SAID;
          default -> IncludeUsage.INVALID;
        };
  }

  private void unasked(BodyValue value, boolean there) {
    unasked = there ? value.start() : -1;
    unaskedEnd = there ? unasked + (value.isNull() ? NULL : FALSE).length() : -1;
  }

  Asked asked(boolean readable, TextSample input) {
    return new Asked(
        readable,
        target.modelInPath().or(() -> Optional.of(model).filter(named -> !named.isEmpty())),
        modelRepeated,
        stream,
        includeUsage,
        background,
        stored,
        max,
        (int) choices,
        text("service_tier"),
        identity(),
        units(),
        input,
        readable ? places() : Places.NONE);
  }

  private Places places() {
    return new Places(
        fieldsAt, bare, modelAt, modelEnd, optionsAt, bareOptions, unasked, unaskedEnd);
  }

  private BodyIdentity identity() {
    Optional<String> user = text("safety_identifier").or(() -> text("user"));
    Optional<String> conversations =
        conversation.or(() -> text("session_id")).or(() -> text("prompt_cache_key"));
    if (target.api() != Api.ANTHROPIC || !metadata.containsKey("user_id")) {
      return new BodyIdentity(user, Optional.empty(), conversations, Map.copyOf(metadata));
    }
    AnthropicUser packed = AnthropicUser.of(metadata.get("user_id"));
    Map<String, String> rest = new LinkedHashMap<>(metadata);
    rest.remove("user_id");
    return new BodyIdentity(
        packed.user().or(() -> user), packed.session(), conversations, Map.copyOf(rest));
  }

  private Map<String, Long> units() {
    return switch (target.operation()) {
      case SPEECH -> Map.of("characters", inputCharacters);
      case IMAGE -> Map.of("images", choices);
      case VIDEO -> seconds.isPresent() ? Map.of("videoSeconds", seconds.getAsLong()) : Map.of();
      default -> Map.of();
    };
  }

  private Optional<String> text(String name) {
    return texts.getOrDefault(name, Optional.empty());
  }

  private static OptionalLong digits(Optional<String> text) {
    String digits = text.orElse("");
    boolean number =
        !digits.isEmpty()
            && digits.length() <= 6
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
  }
}
