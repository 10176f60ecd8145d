package io.tokenledger.events;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes text from outside such that the ledger takes it. */
public final class EventText {

  /** What providers repeat of a key in their errors; some of it is enough to know it again. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)\\b(sk-|sk_|rk-|pk-|tl_|xai-|gsk_|aiza|bearer\\s+|api[-_"
              + " ]?key[:=]\\s*)[\\w*.…-]{4,}");

  private EventText() {}

  /** Empty when nothing is left. */
  public static Optional<String> bounded(Optional<String> text, int maxCharacters) {
    return text.map(told -> bounded(told, maxCharacters)).filter(told -> !told.isEmpty());
  }

  /** As many characters of Unicode at most. */
  public static String bounded(String text, int maxCharacters) {
    String storable = storable(text);
    return storable.codePointCount(0, storable.length()) <= maxCharacters
        ? storable
        : storable.substring(0, storable.offsetByCodePoints(0, maxCharacters));
  }

  /** As many bytes of UTF-8 at most. */
  public static String boundedBytes(String text, int maxBytes) {
    String cut = bounded(text, maxBytes);
    while (cut.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }

  public static String withoutSecrets(String text) {
    return SECRET.matcher(text).replaceAll("$1***");
  }

  /**
   * What can be stored of it: PostgreSQL has no U+0000, and UTF-8 no half of a surrogate pair, both
   * of which a model may answer.
   */
  public static String storable(String text) {
    if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
      return text;
    }
    StringBuilder storable = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c != 0)
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '?' : c)
        .forEach(storable::appendCodePoint);
    return storable.toString();
  }
}
