package io.tokenledger.local.backfill.format;

import io.tokenledger.local.StackException;
import io.tokenledger.local.backfill.source.SourceFile;
import io.tokenledger.local.backfill.source.SourceLines;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The formats of past usage. */
public enum PastFormat {
  CSV,
  NDJSON,
  OPENAI_BATCH,
  ANTHROPIC_BATCH,
  LITELLM_SPEND_LOGS;

  /**
   * @throws StackException when there is no such format
   */
  public static PastFormat called(String name) {
    return Arrays.stream(values())
        .filter(format -> format.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new StackException(
                    "There is no format %s; there are %s."
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(PastFormat::label)
                                .collect(Collectors.joining(", ")))));
  }

  /** As it is called on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The lines of a file of this format, at their beginning. */
  public SourceLines lines(SourceFile file, FormatOptions options) throws IOException {
    return isCsv(file)
        ? SourceLines.ofCsv(file.read(), file.length(), options.delimiter())
        : SourceLines.of(file.read(), file.length());
  }

  /**
   * Reads the header, where there is one.
   *
   * @param given fields that are said for all lines
   */
  public LineFormat open(
      SourceFile file, SourceLines lines, FormatOptions options, Set<String> given)
      throws IOException {
    FieldTexts texts = new FieldTexts(options.zone());
    return switch (this) {
      case CSV -> new Csv(lines, options.delimiter(), options.map(), given, texts);
      case NDJSON -> new Ndjson();
      case OPENAI_BATCH -> new OpenAiBatch(options.batch(), given.contains("provider"));
      case ANTHROPIC_BATCH -> new AnthropicBatch(options.batch(), given.contains("provider"));
      case LITELLM_SPEND_LOGS ->
          new SpendLogs(
              isCsv(file) ? SpendRows.ofCsv(lines, options.delimiter()) : SpendRows.ofJson(),
              fields(options.map()),
              texts,
              options.trustCost());
    };
  }

  /** LiteLLM's table comes as either; a line of JSON begins with a brace. */
  private boolean isCsv(SourceFile file) throws IOException {
    return this == CSV || this == LITELLM_SPEND_LOGS && file.firstCharacter() != '{';
  }

  private static Map<String, EventField> fields(Map<String, String> map) {
    Map<String, EventField> fields = new HashMap<>();
    map.forEach((column, field) -> fields.put(column, EventField.named(field)));
    return fields;
  }
}
