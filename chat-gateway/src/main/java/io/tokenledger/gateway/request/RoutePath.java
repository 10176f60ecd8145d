package io.tokenledger.gateway.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path as an upstream may understand it: without escapes, empty segments and differences of case,
 * for none of them may lead a billed call past the meter.
 *
 * @param api as the beginning tells it
 * @param deployment of Azure's paths
 * @param segments as they were written, without what only names the version of the API
 */
record RoutePath(Api api, Optional<String> deployment, List<String> segments) {

  private static final Pattern VERSION = Pattern.compile("v\\d{1,3}[a-z0-9]{0,10}");
  private static final String DEPLOYMENTS = "deployments";

  /**
   * Empty for a path that is not to be trusted: it has dot segments, escapes that are none, or a
   * fragment, which some servers cut off.
   */
  static Optional<RoutePath> of(String path) {
    if (path.indexOf('#') >= 0) {
      return Optional.empty();
    }
    int end = path.indexOf('?');
    String decoded = decoded(end < 0 ? path : path.substring(0, end));
    List<String> segments = new ArrayList<>();
    for (String written : decoded.replace('\\', '/').split("/")) {
      String segment = withoutParameters(written);
      if (segment.equals(".") || segment.equals("..") || hasControls(segment)) {
        return Optional.empty();
      }
      if (!segment.isEmpty()) {
        segments.add(segment);
      }
    }
    return decoded.isEmpty() ? Optional.empty() : Optional.of(of(segments));
  }

  private static RoutePath of(List<String> segments) {
    boolean azure = begins(segments, 0, "openai");
    if (azure && begins(segments, 1, DEPLOYMENTS) && segments.size() > 2) {
      List<String> rest = segments.subList(3, segments.size());
      return new RoutePath(Api.AZURE, Optional.of(segments.get(2)), rest);
    }
    int version = version(segments);
    int rest = version < 0 && azure ? 1 : version + 1;
    boolean compatible = rest > 0 && begins(segments, rest, "openai"); // Gemini's OpenAI API
    Api api = azure ? Api.AZURE : Api.OPENAI;
    if (version >= 0 && segments.get(version).length() > 2 && !azure && !compatible) {
      api = Api.GEMINI; // v1beta, v1alpha
    }
    return new RoutePath(
        api, Optional.empty(), segments.subList(compatible ? rest + 1 : rest, segments.size()));
  }

  /** Where a version stands; behind it the API begins, whatever a server has before it. */
  private static int version(List<String> segments) {
    for (int i = 0; i < segments.size(); i++) {
      if (VERSION.matcher(lower(segments.get(i))).matches()) {
        return i;
      }
    }
    return -1;
  }

  /** In lower case, with slashes between. */
  String text() {
    return lower(String.join("/", segments));
  }

  String segment(int index) {
    return index < segments.size() ? lower(segments.get(index)) : "";
  }

  String last() {
    return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
  }

  private static boolean begins(List<String> segments, int index, String name) {
    return index < segments.size() && segments.get(index).equalsIgnoreCase(name);
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String decoded(String path) {
    try {
      return path.indexOf('%') < 0
          ? path
          : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Servers in Java leave out what follows a semicolon. */
  private static String withoutParameters(String segment) {
    int parameters = segment.indexOf(';');
    return parameters < 0 ? segment : segment.substring(0, parameters);
  }

  private static boolean hasControls(String segment) {
    return segment.chars().anyMatch(Character::isISOControl);
  }
}
