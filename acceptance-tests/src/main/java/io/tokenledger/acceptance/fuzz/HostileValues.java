package io.tokenledger.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** What nobody should send, and somebody will. */
public final class HostileValues {

  private static final String BACKSLASH = "\\";

  /** For parameters and for strings of a body; sent byte by byte as UTF-8. */
  public static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\0",
          "a\0b",
          "\r\nX-Injected: 1",
          "'",
          "' OR 1=1--",
          "\"; DROP TABLE raw.usage_event; --",
          "%",
          "%00",
          "$1",
          "${jndi:ldap://127.0.0.1/a}",
          "{{7*7}}",
          "<script>alert(1)</script>",
          "=HYPERLINK(\"http://127.0.0.1\")",
          "../../etc/passwd",
          "..;/",
          "/",
          BACKSLASH,
          "*",
          ",",
          "a,b,c",
          "null",
          "undefined",
          "NaN",
          "Infinity",
          "-0",
          "-1",
          "0",
          "1e400",
          "0x10",
          "١٢",
          "1.5",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775809",
          "9".repeat(400),
          "0000-00-00",
          "0001-01-01",
          "2026-02-30",
          "9999-12-31",
          "10000-01-01",
          "-999999999-01-01",
          "+999999999-12-31",
          "2026-01-01T00:00:00Z",
          "2026-01-01T00:00:00+18:00",
          "1969-12-31T23:59:59.999999999Z",
          "Mars/Olympus",
          "UTC+25",
          "Etc/GMT+14",
          "Asia/Kathmandu",
          "SystemV/AST4",
          "😀",
          "\u202e",
          "\ufeff",
          "e\u0301".repeat(200),
          "[]",
          "{}",
          "{\"$ne\":1}",
          "true",
          "x".repeat(2_000));

  /** For values of a JSON body. */
  public static final List<JsonNode> VALUES = values();

  /** Bodies that are no JSON, or not the JSON anybody meant. */
  public static final List<String> BODIES =
      List.of(
          "",
          "{",
          "[",
          "null",
          "true",
          "0",
          "\"text\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "{\"\":1}",
          "{\"a\":1,\"a\":2}",
          "\ufeff{}",
          "<xml/>",
          "{\"a\":" + "[".repeat(3_000) + "]".repeat(3_000) + "}",
          "{\"a\":1e999999999}",
          "{\"a\":\"\\ud800\"}",
          "{\"a\":\"\\u0000\"}",
          "{\"rates\":{\"input\":\"1e999999999\"}}");

  private HostileValues() {}

  private static List<JsonNode> values() {
    JsonNodeFactory json = new ObjectMapper().getNodeFactory();
    return List.of(
        json.nullNode(),
        json.booleanNode(true),
        json.numberNode(-1),
        json.numberNode(0),
        json.numberNode(Long.MAX_VALUE),
        json.numberNode(BigInteger.TEN.pow(400)),
        json.numberNode(new BigDecimal("1E+300")),
        json.numberNode(new BigDecimal("1E-300")),
        json.arrayNode(),
        json.arrayNode().add(json.arrayNode()),
        json.objectNode(),
        json.objectNode().put("$ne", 1));
  }
}
