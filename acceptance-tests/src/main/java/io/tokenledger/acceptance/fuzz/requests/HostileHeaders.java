package io.tokenledger.acceptance.fuzz.requests;

import io.tokenledger.acceptance.fuzz.Dice;
import io.tokenledger.acceptance.fuzz.HostileValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The headers of a request, and its body as they announce it, or not. */
final class HostileHeaders {

  private static final int BOMB_BYTES = 20 * 1024 * 1024;

  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "text/csv",
          "application/xml",
          "application/x-ndjson",
          "application/cloudevents+json",
          "application/cloudevents-batch+json",
          "application/json; charset=utf-16",
          "application/json;charset=\"",
          "application/octet-stream",
          "multipart/form-data; boundary=x",
          "multipart/form-data",
          "application/x-www-form-urlencoded",
          "*/*",
          "////",
          "application/json, text/plain",
          "a".repeat(3_000));

  private static final List<String> OTHERS =
      List.of(
          "Accept: text/html;q=0.1, */*;q=9",
          "Accept: application/xml",
          "Accept: ;;;,,,",
          "Accept-Encoding: gzip, br, zstd, *;q=0",
          "Accept-Language: " + "a-".repeat(1_000) + "a",
          "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAAA",
          "Cookie: tokenledger_session=x; a=\u0001; ; =",
          "Expect: 100-continue",
          "Expect: something-else",
          "Forwarded: for=\"[::1]\";proto=https;host=\"evil\"",
          "If-None-Match: *",
          "If-None-Match: W/\"" + "9".repeat(400) + "\"",
          "OpenAI-Organization: " + "x".repeat(500),
          "OpenAI-Organization: a\r\nOpenAI-Organization: b",
          "Range: bytes=0-,-1,99999999999999999999-",
          "traceparent: 00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-zz",
          "traceparent: " + "f".repeat(4_000),
          "Transfer-Encoding: identity",
          "X-Forwarded-For: " + "1.1.1.1, ".repeat(300) + "x",
          "X-Forwarded-Host: evil\r\nX-Forwarded-Proto: gopher\r\nX-Forwarded-Port: 99999",
          "X-HTTP-Method-Override: DELETE",
          "X-Request-Id: ${jndi:ldap://127.0.0.1/a}",
          "X-Large: " + "x".repeat(30_000));

  private final Credentials credentials;

  HostileHeaders(Credentials credentials) {
    this.credentials = credentials;
  }

  /**
   * @param lines without the first one
   * @param documented whether nothing of it asks for another kind of answer
   */
  record Head(List<String> lines, byte[] body, boolean wellFormed, boolean documented) {}

  Head of(OpenApi.Operation operation, byte[] plain, Dice dice) {
    List<String> lines = new ArrayList<>(List.of("Host: localhost", "Connection: close"));
    lines.addAll(credentials.lines(dice));
    byte[] body = encoded(plain, lines, dice);
    if (body.length > 0 && !dice.oneIn(60)) {
      lines.add("Content-Type: " + (dice.oneIn(12) ? dice.oneOf(TYPES) : "application/json"));
    }
    for (OpenApi.Parameter parameter : operation.parameters()) {
      if (parameter.place().equals("header") && dice.oneIn(2)) {
        lines.add(parameter.name() + ": " + line(dice.oneOf(HostileValues.TEXTS)));
      }
    }
    boolean odd = dice.oneIn(15);
    if (odd) {
      lines.add(dice.oneOf(OTHERS));
    }
    boolean broken = dice.oneIn(40);
    lines.add(broken ? wrongLength(body, dice) : "Content-Length: " + body.length);
    return new Head(lines, body, !broken && !odd && isText(lines), !odd);
  }

  private static boolean isText(List<String> lines) {
    return lines.stream().flatMapToInt(String::chars).noneMatch(c -> c < ' ');
  }

  private static byte[] encoded(byte[] plain, List<String> lines, Dice dice) {
    if (plain.length == 0 || !dice.oneIn(20)) {
      return plain;
    }
    lines.add(
        "Content-Encoding: "
            + dice.oneOf(List.of("gzip", "gzip", "zstd", "br", "gzip, gzip", "\u0001")));
    boolean lie = dice.oneIn(3);
    return lie ? plain : zipped(dice.oneIn(40) ? new byte[BOMB_BYTES] : plain);
  }

  private static String wrongLength(byte[] body, Dice dice) {
    return switch (dice.below(8)) {
      case 0 -> "Content-Length: " + (body.length + 10);
      case 1 -> "Content-Length: -1";
      case 2 -> "Content-Length: 99999999999999999999";
      case 3 -> "Content-Length: 9223372036854775807";
      case 4 -> "Content-Length: " + body.length + "\r\nContent-Length: 0";
      case 5 -> "Content-Length: " + body.length + "\r\nTransfer-Encoding: chunked";
      case 6 -> "Transfer-Encoding: chunked";
      default -> "Content-Length: " + body.length + "\r\nX-\u0000: \u0001\r\nno colon";
    };
  }

  private static byte[] zipped(byte[] plain) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }

  /** What ends a line would make another header of the rest. */
  private static String line(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        .replaceAll("[\r\n\0]", "");
  }
}
