package io.tokenledger.acceptance.fuzz.requests;

import io.tokenledger.acceptance.fuzz.Dice;
import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.local.Component;
import io.tokenledger.local.LedgerAccess;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests made of the documents of all services; the seed and its number make each of them. */
final class HostileRequests {

  private static final List<String> METHODS =
      List.of(
          "GET",
          "HEAD",
          "OPTIONS",
          "PATCH",
          "TRACE",
          "PROPFIND",
          "get",
          "DELETE",
          "POST",
          "PUT",
          "X".repeat(200));

  private final long seed;
  private final HostileTarget targets = new HostileTarget(Map.of("orgId", Credentials.ORG));
  private final Map<Component, List<OpenApi.Operation>> operations = new LinkedHashMap<>();
  private final HostileHeaders headers;

  HostileRequests(long seed, LedgerAccess access) throws SQLException {
    this.seed = seed;
    this.headers = new HostileHeaders(Credentials.of(access));
    Api api = new Api(access);
    Component.services().stream()
        // It speaks the APIs of others, which no document of ours describes.
        .filter(each -> each != Component.CHAT_GATEWAY)
        .forEach(each -> operations.put(each, OpenApi.operations(each, api)));
  }

  HostileRequest number(int number) {
    Dice dice = Dice.of(seed, number);
    List<Component> services = List.copyOf(operations.keySet());
    Component service = services.get(number % services.size());
    List<OpenApi.Operation> ofService = operations.get(service);
    return of(ofService.get(number / services.size() % ofService.size()), dice);
  }

  private HostileRequest of(OpenApi.Operation operation, Dice dice) {
    boolean otherMethod = dice.oneIn(40);
    String method = otherMethod ? dice.oneOf(METHODS) : operation.method();
    HostileTarget.Target target = targets.of(operation, dice);
    HostileHeaders.Head head = headers.of(operation, HostileBody.of(operation, dice), dice);
    List<String> lines = new ArrayList<>();
    boolean broken = dice.oneIn(30);
    lines.add(
        broken
            ? brokenLine(method, target.text(), dice)
            : method + " " + target.text() + " HTTP/1.1");
    lines.addAll(head.lines());
    return new HostileRequest(
        operation.service(),
        method,
        operation.path(),
        bytes(lines, head.body()),
        !broken && head.wellFormed(),
        !otherMethod && target.documented() && head.documented());
  }

  private static String brokenLine(String method, String target, Dice dice) {
    return switch (dice.below(8)) {
      case 0 -> method + " " + target + " HTTP/1.0";
      case 1 -> method + " " + target + " HTTP/9.9";
      case 2 -> method + " " + target;
      case 3 -> method + "  http://127.0.0.1:1" + target + " HTTP/1.1";
      case 4 -> method + " /\u0000" + target + " HTTP/1.1";
      case 5 -> method + " " + target + " \u00ff\u202e HTTP/1.1";
      case 6 -> " " + method + " * HTTP/1.1";
      default -> method + " " + target + " HTTP/1.1\r\n folded: yes";
    };
  }

  private static byte[] bytes(List<String> lines, byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }
}
