package io.tokenledger.gateway.request;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the short fields at the beginning of a form; files are passed over. */
final class FormReader {

  private static final int MAX_VALUE = 4 * 1024;
  private static final String END_OF_LINE = "\r\n";

  private FormReader() {}

  static Asked read(Target target, String contentType, byte[] beginning) {
    Map<String, String> fields =
        boundary(contentType)
            .map(boundary -> fields(new String(beginning, StandardCharsets.ISO_8859_1), boundary))
            .orElse(Map.of());
    String prompt = fields.getOrDefault("prompt", "");
    long images = count(fields.get("n"));
    return new Asked(
        false,
        target.modelInPath().or(() -> Optional.ofNullable(fields.get("model"))),
        false,
        "true".equals(fields.get("stream")),
        IncludeUsage.ABSENT,
        false,
        true,
        OptionalLong.empty(),
        (int) images,
        Optional.empty(),
        new BodyIdentity(
            Optional.ofNullable(fields.get("user")), Optional.empty(), Optional.empty(), Map.of()),
        target.operation() == Operation.IMAGE ? Map.of("images", images) : Map.of(),
        new TextSample(prompt, prompt.length()),
        Places.NONE);
  }

  private static Optional<String> boundary(String contentType) {
    int at = contentType.toLowerCase(Locale.ROOT).indexOf("boundary=");
    if (at < 0) {
      return Optional.empty();
    }
    String rest = contentType.substring(at + "boundary=".length()).strip();
    int end = rest.startsWith("\"") ? rest.indexOf('"', 1) : rest.indexOf(';');
    String named = rest.substring(rest.startsWith("\"") ? 1 : 0, end < 0 ? rest.length() : end);
    return Optional.of(named.strip()).filter(each -> !each.isEmpty() && !each.equals("\""));
  }

  private static Map<String, String> fields(String text, String boundary) {
    String delimiter = "--" + boundary;
    Map<String, String> fields = new HashMap<>();
    int part = text.indexOf(delimiter);
    while (part >= 0) {
      int head = part + delimiter.length();
      int value = text.indexOf(END_OF_LINE + END_OF_LINE, head);
      int next = value < 0 ? -1 : text.indexOf(END_OF_LINE + delimiter, value);
      if (next < 0) {
        return fields; // cut: what is left is no whole field
      }
      int start = Math.min(value + 2 * END_OF_LINE.length(), next);
      String headers = text.substring(head, value);
      if (next - start <= MAX_VALUE && !headers.contains("filename")) {
        name(headers).ifPresent(name -> fields.put(name, utf8(text.substring(start, next))));
      }
      part = next + END_OF_LINE.length();
    }
    return fields;
  }

  private static Optional<String> name(String headers) {
    int at = headers.indexOf(" name=");
    if (at < 0) {
      return Optional.empty();
    }
    String rest = headers.substring(at + " name=".length());
    boolean quoted = rest.startsWith("\"");
    int end = quoted ? rest.indexOf('"', 1) : rest.indexOf('\r');
    return Optional.of(rest.substring(quoted ? 1 : 0, end < 0 ? rest.length() : end));
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static long count(String n) {
    boolean digits = n != null && n.length() <= 3 && n.chars().allMatch(Character::isDigit);
    return digits && !n.isEmpty() ? Math.max(1, Long.parseLong(n)) : 1;
  }
}
