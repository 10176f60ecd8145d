package io.tokenledger.pricing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The price book as one JSON document, {@code {"version":N,"prices":[…]}}: the answer of {@code GET
 * /v1/price-book} and the bundled list. Prices are decimal text; none passes through a {@code
 * double}.
 */
public final class PriceBookJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final String VERSION = "version";
  private static final String PRICES = "prices";
  private static final String RATES = "rates";
  private static final int MAX_TEXT = 1_000;

  private PriceBookJson() {}

  /** One price version per line, in the order of the book. */
  public static byte[] encode(PriceBook book) {
    StringBuilder text = new StringBuilder(64 + 400 * book.versions().size());
    text.append("{\"version\":").append(book.version()).append(",\"prices\":[");
    String separator = "\n";
    for (PriceVersion version : book.versions()) {
      text.append(separator).append(encodeVersion(version));
      separator = ",\n";
    }
    return text.append("\n]}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws InvalidPriceException when the document is cut off, not a price book, empty, or holds a
   *     price that is no number, negative or absurd; a reader keeps the book it has
   */
  public static PriceBook decode(byte[] document) {
    JsonNode root = parse(document);
    JsonNode version = root.path(VERSION);
    if (!version.isIntegralNumber() || !version.canConvertToLong() || version.longValue() < 0) {
      throw new InvalidPriceException(VERSION, "must be a whole number, not negative");
    }
    JsonNode prices = root.path(PRICES);
    if (!prices.isArray() || prices.isEmpty()) {
      throw new InvalidPriceException(PRICES, "must be an array with at least one price");
    }
    return PriceBook.of(version.longValue(), decodeVersions(prices));
  }

  /** One entry of the document. */
  public static ObjectNode encodeVersion(PriceVersion version) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", version.id()).put("bookVersion", version.bookVersion());
    json.put("orgId", version.orgId()).put("provider", version.provider());
    json.put("modelName", version.modelName());
    json.put("effectiveFrom", version.effectiveFrom().toString());
    json.put("recordedAt", version.recordedAt().toString());
    json.put("source", version.source());
    json.set(RATES, version.rates().map(RatesJson::encode).orElse(null));
    return json;
  }

  private static JsonNode parse(byte[] document) {
    try {
      return JSON.readTree(document);
    } catch (IOException e) {
      throw new InvalidPriceException("$", "is not JSON: " + e.getMessage());
    }
  }

  private static List<PriceVersion> decodeVersions(JsonNode prices) {
    List<PriceVersion> versions = new ArrayList<>(prices.size());
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < prices.size(); i++) {
      String field = PRICES + "[" + i + "]";
      PriceVersion version = decodeVersion(field, prices.get(i));
      if (!ids.add(version.id())) {
        throw new InvalidPriceException(field + ".id", "repeats " + version.id());
      }
      versions.add(version);
    }
    return versions;
  }

  private static PriceVersion decodeVersion(String field, JsonNode json) {
    JsonNode bookVersion = json.path("bookVersion");
    if (!bookVersion.isIntegralNumber() || !bookVersion.canConvertToLong()) {
      throw new InvalidPriceException(field + ".bookVersion", "must be a whole number");
    }
    return new PriceVersion(
        name(field, json, "id"),
        bookVersion.longValue(),
        text(field, json, "orgId"),
        name(field, json, "provider"),
        name(field, json, "modelName"),
        instant(field, json, "effectiveFrom"),
        instant(field, json, "recordedAt"),
        name(field, json, "source"),
        rates(field, json));
  }

  private static Optional<Rates> rates(String field, JsonNode json) {
    if (!json.has(RATES)) {
      throw new InvalidPriceException(field + "." + RATES, "is missing; null ends a price");
    }
    JsonNode rates = json.get(RATES);
    return rates.isNull()
        ? Optional.empty()
        : Optional.of(RatesJson.decode(rates, field + "." + RATES));
  }

  private static String name(String field, JsonNode json, String name) {
    String text = text(field, json, name);
    if (text.isEmpty()) {
      throw new InvalidPriceException(field + "." + name, "must not be empty");
    }
    return text;
  }

  private static String text(String field, JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (!value.isTextual() || value.textValue().length() > MAX_TEXT) {
      throw new InvalidPriceException(field + "." + name, "must be a text");
    }
    return value.textValue();
  }

  private static Instant instant(String field, JsonNode json, String name) {
    try {
      return Instant.parse(text(field, json, name));
    } catch (DateTimeException e) {
      throw new InvalidPriceException(field + "." + name, "must be an RFC 3339 time");
    }
  }
}
