package io.tokenledger.ingest.intake.otlp;

import io.tokenledger.events.Coded;
import io.tokenledger.ingest.intake.otlp.export.ExportedSpan;
import io.tokenledger.ingest.intake.otlp.export.Names;
import io.tokenledger.ingest.intake.otlp.export.SpanAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a span tells of: one call of a model, which counts, or something else. Agents, chains and
 * whole runs carry the sums of the calls beneath them, and count nothing.
 */
enum SpanRole implements Coded {
  CHAT("chat"),
  EMBEDDING("embedding"),
  RERANK("rerank"),
  IMAGE("image"),

  /** Repeats what the spans of its calls count. */
  AGGREGATE(""),
  /** A tool, a retrieval or a guardrail: no model, or one that has a span of its own. */
  TOOL(""),
  /** The side that was called; the span of the caller is of the same call. */
  SERVER_SIDE(""),
  /** Went through chat-gateway, which counts it. */
  GATEWAY(""),
  /** One try of a call, or the beginning of one, that has a span of its own. */
  ATTEMPT(""),
  /** Carries tokens, and nothing that says of what: it may be a call or a sum of calls. */
  UNKNOWN(""),
  /** Of no model. */
  UNRELATED("");

  private static final Pattern ATTEMPT_NAME = Pattern.compile("(?i)provider attempt\\b.*");
  private static final String PYDANTIC_AI = "pydantic-ai";

  /** Logfire tells of spans that have begun, by spans of their own. */
  private static final String PENDING = "pending_span";

  private final String feature;

  SpanRole(String feature) {
    this.feature = feature;
  }

  /** Whether it is a call of a model. */
  boolean counts() {
    return !feature.isEmpty();
  }

  /** The feature that its event belongs to, where the span does not name one. */
  String feature() {
    return feature;
  }

  static SpanRole of(ExportedSpan span) {
    SpanRole told = ofLibrary(span).orElseGet(() -> ofUsage(span));
    return told.counts() || told == UNKNOWN ? ofSide(span, told) : told;
  }

  /** The names of one library go before those of the convention, which it may use beside them. */
  private static Optional<SpanRole> ofLibrary(ExportedSpan span) {
    return Stream.<Optional<SpanRole>>of(
            told(span, Names.VERCEL_OPERATION, SpanRole::ofVercel),
            told(span, Names.SPRING_KIND, kind -> AGGREGATE),
            told(span, Names.TRACELOOP_KIND, SpanRole::ofTraceloop),
            told(span, Names.OPENINFERENCE_KIND, SpanRole::ofOpenInference),
            told(span, Names.LANGFUSE_TYPE, SpanRole::ofLangfuse),
            told(span, Names.OPERATION, SpanRole::ofOperation),
            told(span, Names.REQUEST_TYPE, SpanRole::ofOperation))
        .flatMap(Optional::stream)
        .filter(role -> role != UNKNOWN)
        .findFirst();
  }

  private static Optional<SpanRole> told(
      ExportedSpan span, Names by, Function<String, SpanRole> read) {
    return Optional.of(span.attributes().text(by))
        .filter(text -> !text.isEmpty())
        .map(text -> read.apply(text.toLowerCase(Locale.ROOT)));
  }

  private static SpanRole ofUsage(ExportedSpan span) {
    SpanAttributes attributes = span.attributes();
    boolean hasTokens =
        attributes.has(Names.INPUT) || attributes.has(Names.OUTPUT) || attributes.has(Names.TOTAL);
    if (!hasTokens) {
      return UNRELATED;
    }
    return span.scope().name().startsWith(PYDANTIC_AI) ? AGGREGATE : UNKNOWN;
  }

  private static SpanRole ofSide(ExportedSpan span, SpanRole told) {
    if (span.isOfServer()) {
      return SERVER_SIDE;
    }
    boolean pending = span.attributes().text(Names.LOGFIRE_TYPE).equals(PENDING);
    return pending || ATTEMPT_NAME.matcher(span.name()).matches() ? ATTEMPT : told;
  }

  /** Of a call that the SDK makes for one of the caller's, such as ai.streamText.doStream. */
  private static SpanRole ofVercel(String operation) {
    return switch (operation.substring(operation.lastIndexOf('.') + 1)) {
      case "dogenerate", "dostream" -> CHAT;
      case "doembed" -> EMBEDDING;
      case "dorerank" -> RERANK;
      case "toolcall" -> TOOL;
      default -> AGGREGATE;
    };
  }

  private static SpanRole ofTraceloop(String kind) {
    return kind.equals("tool") ? TOOL : AGGREGATE;
  }

  private static SpanRole ofOpenInference(String kind) {
    return switch (kind) {
      case "llm" -> CHAT;
      case "embedding" -> EMBEDDING;
      case "reranker" -> RERANK;
      case "tool", "retriever", "guardrail", "evaluator" -> TOOL;
      default -> AGGREGATE;
    };
  }

  private static SpanRole ofLangfuse(String type) {
    return switch (type) {
      case "generation" -> CHAT;
      case "embedding" -> EMBEDDING;
      case "tool", "retriever", "guardrail", "evaluator", "event" -> TOOL;
      default -> AGGREGATE;
    };
  }

  /** Of OpenTelemetry's conventions, and of those who had them before. */
  private static SpanRole ofOperation(String operation) {
    return switch (operation) {
      case "chat", "generate_content", "text_completion", "completion" -> CHAT;
      case "embeddings", "embedding" -> EMBEDDING;
      case "rerank", "reranking" -> RERANK;
      case "image", "image_generation", "generate_image" -> IMAGE;
      case "execute_tool", "retrieval", "tool", "tool_call" -> TOOL;
      case "create_agent", "invoke_agent", "agent", "agent_step", "plan" -> AGGREGATE;
      case "invoke_workflow", "workflow", "chain", "task", "framework" -> AGGREGATE;
      default -> UNKNOWN;
    };
  }
}
