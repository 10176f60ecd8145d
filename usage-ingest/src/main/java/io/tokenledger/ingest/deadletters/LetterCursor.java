package io.tokenledger.ingest.deadletters;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a listing of dead letters goes on, and where it ends: what had not come when it began is
 * not part of it. So replaying page by page ends, though replayed messages may come back as
 * letters.
 */
public record LetterCursor(Map<Integer, Range> unread) {

  private static final Pattern FORM =
      Pattern.compile("\\d{1,9}:\\d{1,18}:\\d{1,18}(,\\d{1,9}:\\d{1,18}:\\d{1,18}){0,9999}");

  /** Empty for what {@link #encode} cannot have made. */
  public static Optional<LetterCursor> parse(String text) {
    try {
      String ranges = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      return FORM.matcher(ranges).matches() ? Optional.of(fromText(ranges)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public String encode() {
    String ranges =
        new TreeMap<>(unread)
            .entrySet().stream()
                .map(e -> e.getKey() + ":" + e.getValue().next() + ":" + e.getValue().end())
                .collect(Collectors.joining(","));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ranges.getBytes(StandardCharsets.US_ASCII));
  }

  private static LetterCursor fromText(String ranges) {
    Map<Integer, Range> unread = new TreeMap<>();
    for (String range : ranges.split(",")) {
      String[] parts = range.split(":");
      unread.put(
          Integer.parseInt(parts[0]),
          new Range(Long.parseLong(parts[1]), Long.parseLong(parts[2])));
    }
    return new LetterCursor(unread);
  }

  /**
   * Offsets of one partition.
   *
   * @param end exclusive
   */
  public record Range(long next, long end) {}
}
