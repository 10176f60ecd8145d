package io.tokenledger.events;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The classes that tokens are counted in: the one list of them. Columns, select lists, JSON fields
 * and the counters of the rollups follow from it, in its order. {@code input} and {@code output}
 * are totals that include their parts, as in the OpenTelemetry GenAI convention; {@code embedding}
 * stands beside them.
 *
 * <p>The order is that of {@code PayloadHash}, which is stored: a new class is put at the end.
 */
public enum TokenClass {
  /** All input tokens: uncached text, cache reads, cache writes, audio and images. */
  INPUT("input", null),
  /** All output tokens: visible text, reasoning, audio and images. */
  OUTPUT("output", null),
  /** Read from the provider's prompt cache. */
  CACHE_READ("cacheRead", INPUT),
  /** Written to the cache, whatever its lifetime. */
  CACHE_WRITE("cacheWrite", INPUT),
  /** Written with a lifetime of one hour. */
  CACHE_WRITE_1H("cacheWrite1h", CACHE_WRITE),
  /** Audio that was not read from the cache: cached audio is a part of the cache reads. */
  AUDIO_INPUT("audioInput", INPUT),
  /** Output that the caller does not see. */
  REASONING("reasoning", OUTPUT),
  AUDIO_OUTPUT("audioOutput", OUTPUT),
  EMBEDDING("embedding", null),
  /** Images that were not read from the cache. */
  IMAGE_INPUT("imageInput", INPUT),
  IMAGE_OUTPUT("imageOutput", OUTPUT),
  CACHE_READ_AUDIO("cacheReadAudio", CACHE_READ),
  CACHE_READ_IMAGE("cacheReadImage", CACHE_READ);

  /** Every class, in order. */
  public static final List<TokenClass> ALL = List.of(values());

  /** Every class, each total before its parts and those before the next total. */
  public static final List<TokenClass> BY_TOTAL = byTotal();

  private final String code;
  private final String field;
  private final String column;
  private final TokenClass total;
  private final List<TokenClass> parts = new ArrayList<>();

  TokenClass(String code, TokenClass total) {
    this.code = code;
    this.field = code + "Tokens";
    this.column = name().toLowerCase(Locale.ROOT) + "_tokens";
    this.total = total;
    if (total != null) {
      total.parts.add(this);
    }
  }

  /** What prices call it, such as {@code cacheRead}. */
  public String code() {
    return code;
  }

  /** The field of an event, such as {@code cacheReadTokens}. */
  public String field() {
    return field;
  }

  /** The column of the raw events and of the rollups, such as {@code cache_read_tokens}. */
  public String column() {
    return column;
  }

  /** The class that includes this one. */
  public Optional<TokenClass> total() {
    return Optional.ofNullable(total);
  }

  /** The classes that this one includes; they are disjoint. */
  public List<TokenClass> parts() {
    return Collections.unmodifiableList(parts);
  }

  private static List<TokenClass> byTotal() {
    List<TokenClass> classes = new ArrayList<>();
    ALL.stream().filter(each -> each.total == null).forEach(each -> addWithParts(each, classes));
    return List.copyOf(classes);
  }

  private static void addWithParts(TokenClass one, List<TokenClass> to) {
    to.add(one);
    one.parts.forEach(part -> addWithParts(part, to));
  }
}
