package io.tokenledger.gateway.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads the fields at the top of a body in one pass. The rest is skipped without being decoded, so
 * that a body of many megabytes takes no memory beside its own.
 */
final class BodyReader {

  private static final int MAX_DEPTH = 1_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // as servers in Python do
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private static final Set<String> TEXTS =
      Set.of(
          "messages",
          "input",
          "prompt",
          "contents",
          "content",
          "system",
          "instructions",
          "systemInstruction",
          "system_instruction",
          "tools",
          "query",
          "documents",
          "suffix");

  /** What decides who answers, and whether it can be counted. */
  private static final Set<String> DECIDING =
      Set.of("model", "stream", "stream_options", "background");

  private final byte[] body;
  private final BodyFields fields;
  private final BodyTexts texts;
  private boolean ambiguous;

  BodyReader(Target target, byte[] body) {
    this.body = body;
    this.fields = new BodyFields(target);
    this.texts = new BodyTexts(body);
  }

  Asked read() {
    boolean readable;
    try {
      readable = readObject();
    } catch (IOException e) {
      readable = false; // the upstream says what is wrong with it
    }
    return fields.asked(readable, texts.sample());
  }

  private boolean readObject() throws IOException {
    int mark = hasByteOrderMark() ? 3 : 0;
    try (JsonParser parser = JSON.createParser(body, mark, body.length - mark)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      BodyValue value = new BodyValue(body, mark, parser);
      fields.begin(value.start() + 1);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        field(name, value);
      }
      return parser.nextToken() == null && !ambiguous;
    }
  }

  /** Servers written in Go take a field for another that is spelled like it but for its case. */
  private static boolean isMisspelled(String name) {
    return !DECIDING.contains(name) && DECIDING.stream().anyMatch(name::equalsIgnoreCase);
  }

  private boolean hasByteOrderMark() {
    return body.length >= 3
        && body[0] == (byte) 0xEF
        && body[1] == (byte) 0xBB
        && body[2] == (byte) 0xBF;
  }

  private void field(String name, BodyValue value) throws IOException {
    fields.hasFields();
    ambiguous |= isMisspelled(name);
    if (TEXTS.contains(name)) {
      long before = texts.characters();
      texts.gather(value);
      fields.text(name, texts.characters() - before);
      return;
    }
    switch (name) {
      case "model" -> fields.model(value);
      case "stream_options" -> options(value);
      case "metadata" -> metadata(value);
      case "conversation" -> conversation(value);
      case "generationConfig", "generation_config" -> bounds(value);
      case "options" -> bounds(value);
      default -> fields.scalar(name, value);
    }
    value.skip();
  }

  private void options(BodyValue value) throws IOException {
    fields.options(value);
    if (!value.isObject()) {
      return;
    }
    while (value.nextField()) {
      fields.optionsHaveFields();
      if (value.name().equals("include_usage")) {
        value.next();
        fields.includeUsage(value);
      } else {
        value.next();
      }
      value.skip();
    }
  }

  private void metadata(BodyValue value) throws IOException {
    if (value.isObject()) {
      while (value.nextField()) {
        String name = value.name();
        value.next();
        value.text().ifPresent(text -> fields.metadata(name, text));
        value.skip();
      }
    }
  }

  private void conversation(BodyValue value) throws IOException {
    fields.conversation(value.text());
    if (value.isObject()) {
      while (value.nextField()) {
        boolean id = value.name().equals("id");
        value.next();
        if (id) {
          fields.conversation(value.text());
        }
        value.skip();
      }
    }
  }

  /** Gemini's bounds, and Ollama's. */
  private void bounds(BodyValue value) throws IOException {
    if (value.isObject()) {
      while (value.nextField()) {
        String name = value.name();
        value.next();
        OptionalLong number = value.number();
        switch (name) {
          case "maxOutputTokens", "max_output_tokens", "num_predict" -> fields.max(number);
          case "candidateCount", "candidate_count" -> fields.choices(number);
          default -> {}
        }
        value.skip();
      }
    }
  }
}
