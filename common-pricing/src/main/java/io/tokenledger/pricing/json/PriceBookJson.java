package io.tokenledger.pricing.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tokenledger.events.ModelName;
import io.tokenledger.pricing.BookEntry;
import io.tokenledger.pricing.ModelAlias;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceFactor;
import io.tokenledger.pricing.PriceVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The price book as one JSON document, {@code
 * {"version":N,"prices":[…],"aliases":[…],"factors":[…]}}: the answer of {@code GET /v1/price-book}
 * and the bundled list. {@code aliases}, {@code factors} and {@code line} may be absent: older
 * documents have none. An alias {@code *} is of every model of its provider. {@code rates}, {@code
 * target} and {@code factor} are null where what the entry is about ends. Prices are decimal text;
 * none passes through a {@code double}.
 */
public final class PriceBookJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final String VERSION = "version";
  private static final String LINE = "line";
  private static final String PRICES = "prices";
  private static final String ALIASES = "aliases";
  private static final String FACTORS = "factors";
  private static final String RATES = "rates";
  private static final String TARGET = "target";

  private PriceBookJson() {}

  /** One entry per line, in the order of the book. */
  public static byte[] encode(PriceBook book) {
    int entries = book.versions().size() + book.aliases().size() + book.factors().size();
    StringBuilder text = new StringBuilder(64 + 400 * entries);
    text.append("{\"version\":").append(book.version());
    if (!book.line().isEmpty()) {
      text.append(",\"line\":").append(TextNode.valueOf(book.line()));
    }
    text.append(",\"prices\":");
    appendLines(text, book.versions(), PriceBookJson::encodeVersion);
    if (!book.aliases().isEmpty()) {
      text.append(",\"aliases\":");
      appendLines(text, book.aliases(), PriceBookJson::encodeAlias);
    }
    if (!book.factors().isEmpty()) {
      text.append(",\"factors\":");
      appendLines(text, book.factors(), PriceFactorJson::encode);
    }
    return text.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws InvalidPriceException when the document is cut off, not a price book, empty, or holds a
   *     price that is no number, negative or absurd; a reader keeps the book it has
   */
  public static PriceBook decode(byte[] document) {
    try (JsonParser json = JSON.createParser(document)) {
      return decode(json);
    } catch (IOException e) {
      throw new InvalidPriceException("$", "is not JSON: " + e.getMessage());
    }
  }

  /** Entry by entry: as a tree, a large book would need several times its memory. */
  private static PriceBook decode(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new InvalidPriceException("$", "must be an object");
    }
    String line = "";
    long version = -1;
    List<PriceVersion> prices = List.of();
    List<ModelAlias> aliases = List.of();
    List<PriceFactor> factors = List.of();
    for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
      json.nextToken();
      switch (field) {
        case VERSION -> version = version(json.readValueAsTree());
        case LINE -> line = json.getValueAsString("");
        case PRICES -> prices = entries(PRICES, json, PriceBookJson::decodeVersion);
        case ALIASES -> aliases = entries(ALIASES, json, PriceBookJson::decodeAlias);
        case FACTORS -> factors = entries(FACTORS, json, PriceFactorJson::decode);
        default -> json.skipChildren();
      }
    }
    if (version < 0) {
      throw new InvalidPriceException(VERSION, "is missing");
    }
    if (prices.isEmpty()) {
      throw new InvalidPriceException(PRICES, "must be an array with at least one price");
    }
    if (json.nextToken() != null) {
      throw new InvalidPriceException("$", "must end with the book");
    }
    return PriceBook.of(version, prices, aliases, factors).ofLine(line);
  }

  private static long version(JsonNode version) {
    if (!version.isIntegralNumber() || !version.canConvertToLong() || version.longValue() < 0) {
      throw new InvalidPriceException(VERSION, "must be a whole number, not negative");
    }
    return version.longValue();
  }

  private static ObjectNode encodeVersion(PriceVersion version) {
    ObjectNode json = encodeHead(version).put("modelName", version.modelName());
    encodeTimes(version, json).put("source", version.source());
    return json.set(RATES, version.rates().map(RatesJson::encode).orElse(null));
  }

  private static ObjectNode encodeAlias(ModelAlias alias) {
    ObjectNode json = encodeHead(alias).put("alias", alias.alias());
    return encodeTimes(alias, json)
        .set(TARGET, alias.target().map(PriceBookJson::encodeTarget).orElse(null));
  }

  private static ObjectNode encodeTarget(ModelName target) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("provider", target.provider())
        .put("modelName", target.name());
  }

  static ObjectNode encodeHead(BookEntry entry) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", entry.id())
        .put("bookVersion", entry.bookVersion())
        .put("orgId", entry.orgId())
        .put("provider", entry.provider());
  }

  static ObjectNode encodeTimes(BookEntry entry, ObjectNode json) {
    return json.put("effectiveFrom", entry.effectiveFrom().toString())
        .put("recordedAt", entry.recordedAt().toString());
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
      String name, JsonParser array, Function<StrictObject, T> decode) throws IOException {
    if (!array.isExpectedStartArrayToken()) {
      throw new InvalidPriceException(name, "must be an array");
    }
    List<T> entries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    while (array.nextToken() != JsonToken.END_ARRAY) {
      JsonNode each = array.readValueAsTree();
      StrictObject json = new StrictObject(name + "[" + entries.size() + "]", each);
      T entry = decode.apply(json);
      if (!ids.add(entry.id())) {
        throw json.refused("id", "repeats " + entry.id());
      }
      entries.add(entry);
    }
    return entries;
  }

  private static PriceVersion decodeVersion(StrictObject json) {
    return new PriceVersion(
        json.name("id"),
        bookVersion(json),
        json.text("orgId"),
        json.name("provider"),
        json.name("modelName"),
        json.instant("effectiveFrom"),
        json.instant("recordedAt"),
        json.name("source"),
        json.objectOrNull(RATES).map(RatesJson::decode));
  }

  private static ModelAlias decodeAlias(StrictObject json) {
    return new ModelAlias(
        json.name("id"),
        bookVersion(json),
        json.text("orgId"),
        json.name("provider"),
        json.name("alias"),
        json.instant("effectiveFrom"),
        json.instant("recordedAt"),
        json.objectOrNull(TARGET).map(PriceBookJson::decodeTarget));
  }

  private static ModelName decodeTarget(StrictObject json) {
    return new ModelName(json.name("provider"), json.name("modelName"));
  }

  static long bookVersion(StrictObject json) {
    return json.wholeNumber("bookVersion", "must be a whole number");
  }
}
