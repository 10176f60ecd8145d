package io.tokenledger.ingest.intake.otlp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.decode.EventJson;
import io.tokenledger.ingest.intake.otlp.export.ExportedSpan;
import io.tokenledger.ingest.intake.otlp.export.Names;
import java.util.EnumMap;
import java.util.Map;

/**
 * Says in the names of the conventions what some tell as JSON within one attribute. What is no JSON
 * tells nothing.
 */
final class SpelledOut {

  private static final String ERROR = "ERROR";
  private static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();

  private SpelledOut() {}

  static ExportedSpan of(ExportedSpan span) {
    return span.attributes().has(Names.LANGFUSE_TYPE) ? ofLangfuse(span) : ofVercel(span);
  }

  /**
   * Version 5 of Vercel's AI SDK tells nothing of what a call of Claude wrote to the cache, but in
   * the provider's own block.
   */
  private static ExportedSpan ofVercel(ExportedSpan span) {
    JsonNode metadata = json(span.attributes().text(Names.VERCEL_METADATA));
    JsonNode usage = metadata.path("anthropic").path("usage");
    Map<Names, Long> counts = new EnumMap<>(Names.class);
    add(counts, Names.CACHE_READ, usage.path("cache_read_input_tokens"));
    add(counts, Names.CACHE_WRITE, usage.path("cache_creation_input_tokens"));
    return counts.isEmpty() ? span : span.with(span.attributes().with(counts));
  }

  /** The kinds of tokens hold each token once, and add up to the totals of the conventions. */
  private static ExportedSpan ofLangfuse(ExportedSpan span) {
    Map<Names, Long> counts = new EnumMap<>(Names.class);
    for (var kind : json(span.attributes().text(Names.LANGFUSE_USAGE)).properties()) {
      boolean ofOutput = isOutput(kind.getKey());
      if (ofOutput || isInput(kind.getKey())) {
        add(counts, ofOutput ? Names.OUTPUT : Names.INPUT, kind.getValue());
        add(counts, part(kind.getKey(), ofOutput), kind.getValue());
      }
    }
    ExportedSpan told = counts.isEmpty() ? span : span.with(span.attributes().with(counts));
    boolean failed = span.attributes().text(Names.LANGFUSE_LEVEL).equals(ERROR);
    return failed ? told.failedWith(span.attributes().text(Names.LANGFUSE_MESSAGE)) : told;
  }

  private static boolean isInput(String kind) {
    return kind.startsWith("input") || kind.startsWith("prompt") || kind.startsWith("cache");
  }

  private static boolean isOutput(String kind) {
    return kind.startsWith("output") || kind.startsWith("completion");
  }

  /** Null for what has no price of its own. */
  private static Names part(String kind, boolean ofOutput) {
    if (kind.contains("audio")) {
      return ofOutput ? Names.AUDIO_OUTPUT : Names.AUDIO_INPUT;
    }
    if (ofOutput) {
      return kind.contains("reasoning") ? Names.REASONING : null;
    }
    if (kind.contains("cache_creation") || kind.contains("cache_write")) {
      return Names.CACHE_WRITE;
    }
    return kind.contains("cache") ? Names.CACHE_READ : null;
  }

  /** A number beyond all bounds becomes one that is just beyond, which is refused by its name. */
  private static void add(Map<Names, Long> counts, Names name, JsonNode number) {
    if (name != null && number.isIntegralNumber()) {
      long most = UsageLimits.MAX_TOKENS + 1;
      long count = number.canConvertToLong() ? number.longValue() : most;
      counts.merge(name, Math.max(-most, Math.min(most, count)), Long::sum);
    }
  }

  private static JsonNode json(String text) {
    try {
      return text.isEmpty() ? NOTHING : EventJson.READER.readTree(text);
    } catch (JsonProcessingException | NumberFormatException e) {
      return NOTHING;
    }
  }
}
