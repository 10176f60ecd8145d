package io.tokenledger.acceptance.fuzz.requests;

import io.tokenledger.acceptance.fuzz.Dice;
import io.tokenledger.acceptance.fuzz.HostileValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Path and query of a request: each value plausible, hostile, there twice, or left out. */
final class HostileTarget {

  private static final String UNRESERVED = "-._~";
  private static final int TOO_LONG = 20_000;

  private static final List<String> ODD_PARAMETERS =
      List.of(
          "%",
          "%zz=1", "from=%zz", "to=%c0%ae", "limit=%u0031", "=", "&&", "a[]=1", "from", "%00=%00");

  private static final List<String> ODD_ENDS =
      List.of(
          "/", "//", "/..", "/%2e%2e", ";a=b", "/..;/", "%", "%zz", "%00", "%c0%ae", "?a?b", "#f");

  private final Map<String, String> known;

  /**
   * @param known values of parameters, by name, with which a request gets past the access check
   */
  HostileTarget(Map<String, String> known) {
    this.known = known;
  }

  /**
   * @param documented whether it is still a path of the document
   */
  record Target(String text, boolean documented) {}

  Target of(OpenApi.Operation operation, Dice dice) {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    for (OpenApi.Parameter parameter : operation.parameters()) {
      if (parameter.place().equals("path")) {
        path =
            path.replace("{" + parameter.name() + "}", encoded(inPath(operation, parameter, dice)));
      } else if (parameter.place().equals("query")) {
        addTo(query, parameter, dice);
      }
    }
    boolean odd = dice.oneIn(40);
    odd |= addOddities(query, dice);
    String text =
        (odd ? path + dice.oneOf(ODD_ENDS) : path)
            + (query.isEmpty() ? "" : "?" + String.join("&", query));
    return new Target(text, !odd);
  }

  private void addTo(List<String> query, OpenApi.Parameter parameter, Dice dice) {
    if (!dice.oneIn(3)) {
      query.add(parameter.name() + "=" + encoded(value(parameter, dice)));
    }
    if (dice.oneIn(15)) {
      query.add(parameter.name() + "=" + encoded(value(parameter, dice)));
    }
  }

  private static boolean addOddities(List<String> query, Dice dice) {
    if (dice.oneIn(300)) {
      query.add("q=" + "x".repeat(TOO_LONG));
    }
    boolean odd = dice.oneIn(25);
    if (odd) {
      query.add(dice.oneOf(ODD_PARAMETERS));
    }
    return odd;
  }

  /** Mostly plausible, or nearly every request would end at the access check. */
  private String inPath(OpenApi.Operation operation, OpenApi.Parameter parameter, Dice dice) {
    if (dice.oneIn(4)) {
      return dice.oneOf(HostileValues.TEXTS);
    }
    // The org that the others ask for must stay.
    boolean ends = operation.method().equals("DELETE") && operation.path().endsWith("{orgId}");
    return ends ? "nobodys" : plausible(parameter, dice);
  }

  private String value(OpenApi.Parameter parameter, Dice dice) {
    return dice.oneIn(2) ? plausible(parameter, dice) : dice.oneOf(HostileValues.TEXTS);
  }

  private String plausible(OpenApi.Parameter parameter, Dice dice) {
    return known.getOrDefault(
        parameter.name(),
        parameter.plausible().isEmpty() ? "a" : dice.oneOf(parameter.plausible()));
  }

  /** RFC 3986, each byte; the form encoding of the JDK would send blanks as plus signs. */
  private static String encoded(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
        .chars()
        .mapToObj(HostileTarget::encoded)
        .collect(Collectors.joining());
  }

  private static String encoded(int octet) {
    boolean plain =
        octet >= '0' && octet <= '9'
            || octet >= 'a' && octet <= 'z'
            || octet >= 'A' && octet <= 'Z'
            || UNRESERVED.indexOf(octet) >= 0;
    return plain ? Character.toString(octet) : "%%%02X".formatted(octet);
  }
}
