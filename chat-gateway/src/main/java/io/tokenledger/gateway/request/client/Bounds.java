package io.tokenledger.gateway.request.client;

import io.tokenledger.events.UsageLimits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps what clients say within the bounds of the event, so that none of it can make the ledger
 * refuse a call that was billed. Ids that are too long are dropped, for two that are cut could
 * become one; labels are cut.
 */
public final class Bounds {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9._-]*");
  private static final int LATIN_1 = 0xFF;

  private final Map<String, Object> tags = new LinkedHashMap<>();
  private int truncated;

  public int truncated() {
    return truncated;
  }

  public Map<String, Object> tags() {
    return Map.copyOf(tags);
  }

  public Optional<String> id(Optional<String> id, int max) {
    return id.map(Bounds::clean).filter(text -> !text.isEmpty()).filter(text -> fits(text, max));
  }

  public Optional<String> label(Optional<String> label) {
    return label
        .map(Bounds::clean)
        .filter(text -> !text.isEmpty())
        .map(text -> cutTo(text, UsageLimits.MAX_LABEL));
  }

  public Optional<String> slug(Optional<String> feature) {
    return feature
        .map(text -> clean(text).toLowerCase(Locale.ROOT))
        .filter(text -> !text.isEmpty())
        .filter(text -> fits(text, UsageLimits.MAX_FEATURE) && passes(text));
  }

  /** Earlier tags go before later ones of the same name. */
  public void addTags(Map<String, ?> named) {
    named.forEach(this::addTag);
  }

  public void addTag(String name, Object value) {
    String key = clean(name);
    if (key.isEmpty() || tags.containsKey(key)) {
      return;
    }
    boolean full = tags.size() >= UsageLimits.MAX_TAGS;
    if (full || bytes(key) > UsageLimits.MAX_TAG_KEY_BYTES) {
      truncated++;
      return;
    }
    tags.put(key, value instanceof String text ? tagValue(text) : value);
  }

  private String tagValue(String text) {
    return cutTo(clean(text), UsageLimits.MAX_TAG_VALUE_BYTES);
  }

  private boolean fits(String text, int max) {
    // Of few characters beyond the first plane, both ways of counting agree on the safe side.
    boolean fits = text.length() <= max;
    truncated += fits ? 0 : 1;
    return fits;
  }

  private boolean passes(String text) {
    boolean slug = SLUG.matcher(text).matches();
    truncated += slug ? 0 : 1;
    return slug;
  }

  /** At most so many bytes in UTF-8, and no half of a character. */
  private String cutTo(String text, int maxBytes) {
    if (bytes(text) <= maxBytes) {
      return text;
    }
    truncated++;
    int end = 0;
    int size = 0;
    while (end < text.length()) {
      int code = text.codePointAt(end);
      size += bytes(Character.toString(code));
      if (size > maxBytes) {
        break;
      }
      end += Character.charCount(code);
    }
    return text.substring(0, end);
  }

  /**
   * Without control characters, which could begin a line of a log or a header, and without halves
   * of characters, which no database stores. Bytes of UTF-8 that a server of HTTP/1.1 took for
   * Latin-1 are read again.
   */
  private static String clean(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    decoded(text)
        .codePoints()
        .filter(code -> !Character.isISOControl(code) && !isHalf(code) && !breaksLines(code))
        .forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }

  private static boolean isHalf(int code) {
    return Character.isBmpCodePoint(code) && Character.isSurrogate((char) code);
  }

  private static boolean breaksLines(int code) {
    return code == '\u2028' || code == '\u2029';
  }

  private static String decoded(String text) {
    boolean beyondAscii = text.chars().anyMatch(c -> c > 0x7F);
    if (!beyondAscii || text.chars().anyMatch(c -> c > LATIN_1)) {
      return text;
    }
    try {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
