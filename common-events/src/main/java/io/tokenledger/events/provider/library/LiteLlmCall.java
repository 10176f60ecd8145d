package io.tokenledger.events.provider.library;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What LiteLLM's {@code call_type} says: whether anything was made for money, and of which kind.
 * Nearly each one has a second name that begins with {@code a}, for the same in Python's asyncio.
 */
public enum LiteLlmCall {
  /** Something was made, and is counted. */
  BILLED,
  /**
   * Something was read, stored, listed or cancelled: its usage, if any, is that of another call.
   */
  NOT_BILLED,
  /** A name that we do not know: it is counted, lest something be lost. */
  UNKNOWN;

  private static final Set<String> MAKING =
      Set.of(
          "completion",
          "text_completion",
          "embedding",
          "image_generation",
          "image_edit",
          "image_variation",
          "transcription",
          "speech",
          "rerank",
          "search",
          "ocr",
          "responses",
          "compact_responses",
          "responses_websocket",
          "anthropic_messages",
          "generate_content",
          "generate_content_stream",
          "realtime",
          "create_video",
          "video_remix",
          "video_edit",
          "video_extension",
          "create_interaction",
          "run_thread",
          "run_thread_stream",
          "send_message",
          "pass_through_endpoint",
          "llm_passthrough_route");

  private static final Set<String> KEEPING =
      Set.of(
          "moderation",
          "create_batch",
          "create_thread",
          "add_message",
          "video_content",
          "count_tokens",
          "token_counter",
          "list_input_items");

  /** Verbs of reading and taking away, and things that are no calls of a model. */
  private static final Pattern READING =
      Pattern.compile(
          "(.*_)?(get|list|retrieve|delete|cancel)(_.*)?"
              + "|(.*_)?(files?|vector_stores?|containers?|skills?|mcp|assistants?|character)(_.*)?"
              + "|(.*_)?fine_tuning(_.*)?");

  private static final Map<String, String> FEATURES =
      Map.ofEntries(
          Map.entry("embedding", "embedding"),
          Map.entry("image_generation", "image"),
          Map.entry("image_edit", "image"),
          Map.entry("image_variation", "image"),
          Map.entry("transcription", "audio"),
          Map.entry("speech", "audio"),
          Map.entry("realtime", "audio"),
          Map.entry("create_video", "video"),
          Map.entry("video_remix", "video"),
          Map.entry("video_edit", "video"),
          Map.entry("video_extension", "video"),
          Map.entry("rerank", "rerank"),
          Map.entry("search", "search"),
          Map.entry("ocr", "ocr"));

  public static LiteLlmCall of(String callType) {
    String name = withoutUnderscores(callType);
    String second = second(name);
    if (MAKING.contains(name) || MAKING.contains(second)) {
      return BILLED;
    }
    boolean keeps = KEEPING.contains(name) || KEEPING.contains(second);
    return keeps || READING.matcher(name).matches() || READING.matcher(second).matches()
        ? NOT_BILLED
        : UNKNOWN;
  }

  /** Nothing for a chat, which is what calls are of when nobody says. */
  public static Optional<String> feature(String callType) {
    String name = withoutUnderscores(callType);
    String feature = FEATURES.get(name);
    return Optional.ofNullable(feature == null ? FEATURES.get(second(name)) : feature);
  }

  /**
   * {@code acompletion} as {@code completion}, and {@code a_add_message} as {@code add_message}.
   */
  private static String second(String name) {
    return name.startsWith("a") ? withoutUnderscores(name.substring(1)) : name;
  }

  private static String withoutUnderscores(String name) {
    return name.replaceFirst("^_+", "");
  }
}
