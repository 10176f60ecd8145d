package io.tokenledger.pricing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The price book as one JSON document, {@code {"version":N,"prices":[…],"aliases":[…]}}: the answer
 * of {@code GET /v1/price-book} and the bundled list. {@code aliases} may be absent: older
 * documents have none. Prices are decimal text; none passes through a {@code double}.
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
  private static final String ALIASES = "aliases";
  private static final String RATES = "rates";

  private PriceBookJson() {}

  /** One entry per line, in the order of the book. */
  public static byte[] encode(PriceBook book) {
    StringBuilder text = new StringBuilder(64 + 400 * book.versions().size());
    text.append("{\"version\":").append(book.version()).append(",\"prices\":");
    appendLines(text, book.versions(), PriceBookJson::encodeVersion);
    if (!book.aliases().isEmpty()) {
      text.append(",\"aliases\":");
      appendLines(text, book.aliases(), ModelAliasJson::encode);
    }
    return text.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
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
    JsonNode aliases = root.path(ALIASES);
    if (!aliases.isArray() && !aliases.isMissingNode()) {
      throw new InvalidPriceException(ALIASES, "must be an array");
    }
    return PriceBook.of(
        version.longValue(),
        entries(PRICES, prices, PriceBookJson::decodeVersion),
        entries(ALIASES, aliases, ModelAliasJson::decode));
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

  private static <T> void appendLines(
      StringBuilder text, List<T> entries, Function<T, ObjectNode> encode) {
    text.append('[');
    String separator = "\n";
    for (T entry : entries) {
      text.append(separator).append(encode.apply(entry));
      separator = ",\n";
    }
    text.append("\n]");
  }

  private static <T extends BookEntry> List<T> entries(
      String name, JsonNode array, Function<EntryReader, T> decode) {
    List<T> entries = new ArrayList<>(array.size());
    Set<String> ids = new HashSet<>();
    for (JsonNode each : array) {
      EntryReader reader = new EntryReader(name + "[" + entries.size() + "]", each);
      T entry = decode.apply(reader);
      if (!ids.add(entry.id())) {
        throw reader.refused("id", "repeats " + entry.id());
      }
      entries.add(entry);
    }
    return entries;
  }

  private static PriceVersion decodeVersion(EntryReader entry) {
    return new PriceVersion(
        entry.name("id"),
        entry.wholeNumber("bookVersion"),
        entry.text("orgId"),
        entry.name("provider"),
        entry.name("modelName"),
        entry.instant("effectiveFrom"),
        entry.instant("recordedAt"),
        entry.name("source"),
        rates(entry));
  }

  private static Optional<Rates> rates(EntryReader entry) {
    return entry.isNull(RATES)
        ? Optional.empty()
        : Optional.of(RatesJson.decode(entry.json().get(RATES), entry.child(RATES).path()));
  }
}
